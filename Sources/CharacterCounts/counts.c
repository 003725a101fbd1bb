#include "CharacterCounts.h"

static const uint8_t counts[] = {
#embed "counts.txt"
};

const uint8_t *kz_character_counts(void) { return counts; }
size_t kz_character_counts_size(void) { return sizeof counts; }
