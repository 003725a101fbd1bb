// How often characters, character pairs and words were counted in Chinese text, embedded. Whose text it was: NOTICE.md.
#ifndef KAOZHENG_CHINESE_COUNTS_H
#define KAOZHENG_CHINESE_COUNTS_H

#include <stddef.h>
#include <stdint.h>

/// Static storage, `kz_character_counts_size()` bytes; numbers are little-endian. Made by Benchmarks/character_counts.py:
///
///     u32 number of characters C, u32 number of pairs P
///     C times, ascending: u16 character, u16 cost of it alone, u16 cost of what follows it in no pair kept, u32 first pair
///     P times: u16 second character, ascending within each character's pairs
///     P times: u8 cost of the second character behind the first
///
/// A cost is minus log2 of a probability, in sixteenths of a bit, those of pairs in eighths. Among the characters `a` stands
/// for any Latin letter, `0` for any digit, `⏎` for the boundary of a line, full-width signs are ASCII; Han is Simplified.
const uint8_t *kz_character_counts(void);
size_t kz_character_counts_size(void);

/// Static storage, `kz_word_counts_size()` bytes; numbers are little-endian. Made by Benchmarks/word_counts.py:
///
///     5 times: u32 number of words of one, two … five characters
///     the words of one character, those of two …, each length ascending: u16 each character, Simplified
///     in the same order: u8 cost of the word, minus log2 of its probability in eighths of a bit
const uint8_t *kz_word_counts(void);
size_t kz_word_counts_size(void);

/// Static storage, `kz_triple_counts_size()` bytes; numbers are little-endian. Made by Benchmarks/triple_counts.py:
///
///     u32 number of triples T
///     T times, ascending: u16 each of three characters, as those of pairs are
///     T times: u8 cost of the third character behind the first two, in eighths of a bit
const uint8_t *kz_triple_counts(void);
size_t kz_triple_counts_size(void);

#endif
