// Counts of characters and character pairs of Chinese text, embedded. What they were made from: NOTICE.md.
#ifndef KAOZHENG_CHARACTER_COUNTS_H
#define KAOZHENG_CHARACTER_COUNTS_H

#include <stddef.h>
#include <stdint.h>

/// UTF-8, static storage, `kz_character_counts_size()` bytes, not ended by NUL.
///
/// The first line holds characters by themselves; every other line begins with a character and holds what follows it. A
/// capital letter gives the power of two that the counts of the characters behind it lie nearest to: A is 1, B is 2, C is 4.
/// In the characters `a` stands for any Latin letter, `0` for any digit, `⏎` for the boundary of a line; Han is Simplified.
const uint8_t *kz_character_counts(void);
size_t kz_character_counts_size(void);

#endif
