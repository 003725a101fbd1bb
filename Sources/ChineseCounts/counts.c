#include "ChineseCounts.h"

static const uint8_t character_counts[] = {
#embed "characters.table"
};

static const uint8_t word_counts[] = {
#embed "words.table"
};

static const uint8_t triple_counts[] = {
#embed "triples.table"
};

const uint8_t *kz_character_counts(void) { return character_counts; }
size_t kz_character_counts_size(void) { return sizeof character_counts; }

const uint8_t *kz_word_counts(void) { return word_counts; }
size_t kz_word_counts_size(void) { return sizeof word_counts; }

const uint8_t *kz_triple_counts(void) { return triple_counts; }
size_t kz_triple_counts_size(void) { return sizeof triple_counts; }
