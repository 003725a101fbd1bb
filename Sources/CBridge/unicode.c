// Words, normal forms and transliteration.
#include "CBridge.h"
#include "buffer.h"

#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct kz_breaker {
  UBreakIterator *iterator;
  kz_buffer ends;
  kz_buffer is_word;
};

static kz_status status_of(UErrorCode error) {
  if (U_SUCCESS(error)) return kz_status_ok;
  return error == U_MEMORY_ALLOCATION_ERROR ? kz_status_out_of_memory : kz_status_malformed;
}

kz_breaker *kz_breaker_open(void) {
  kz_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL) return NULL;
  UErrorCode error = U_ZERO_ERROR;
  breaker->iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
  if (U_SUCCESS(error)) return breaker;
  free(breaker);
  return NULL;
}

void kz_breaker_close(kz_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  kz_buffer_free(&breaker->ends);
  kz_buffer_free(&breaker->is_word);
  free(breaker);
}

kz_status kz_break_words(kz_breaker *breaker, const uint16_t *text, size_t length, const int32_t **ends,
                         const uint8_t **is_word, size_t *count) {
  *ends = NULL;
  *is_word = NULL;
  *count = 0;
  breaker->ends.size = 0;
  breaker->is_word.size = 0;
  if (length > INT32_MAX) return kz_status_too_long;
  if (length == 0) return kz_status_ok;
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, text, (int32_t)length, &error);
  if (U_FAILURE(error)) return status_of(error);
  for (int32_t end = ubrk_next(breaker->iterator); end != UBRK_DONE; end = ubrk_next(breaker->iterator)) {
    uint8_t word = ubrk_getRuleStatus(breaker->iterator) >= UBRK_WORD_NONE_LIMIT;
    if (!kz_buffer_append(&breaker->ends, &end, sizeof end)) return kz_status_out_of_memory;
    if (!kz_buffer_append(&breaker->is_word, &word, sizeof word)) return kz_status_out_of_memory;
  }
  *ends = (const int32_t *)breaker->ends.bytes;
  *is_word = breaker->is_word.bytes;
  *count = breaker->is_word.size;
  return kz_status_ok;
}

struct kz_transform {
  /// One of the two is null.
  const UNormalizer2 *normalizer;
  UTransliterator *transliterator;
  kz_buffer result;
};

static const UNormalizer2 *normalizer_named(const char *id, UErrorCode *error) {
  if (strcmp(id, "NFC") == 0) return unorm2_getNFCInstance(error);
  if (strcmp(id, "NFKC") == 0) return unorm2_getNFKCInstance(error);
  return NULL;
}

static UTransliterator *transliterator_named(const char *id, UErrorCode *error) {
  UChar units[128];
  int32_t length = 0;
  u_strFromUTF8(units, 128, &length, id, -1, error);
  return utrans_openU(units, length, UTRANS_FORWARD, NULL, 0, NULL, error);
}

kz_transform *kz_transform_open(const char *id) {
  kz_transform *transform = calloc(1, sizeof *transform);
  if (transform == NULL) return NULL;
  UErrorCode error = U_ZERO_ERROR;
  transform->normalizer = normalizer_named(id, &error);
  if (transform->normalizer == NULL) transform->transliterator = transliterator_named(id, &error);
  if (U_SUCCESS(error)) return transform;
  kz_transform_close(transform);
  return NULL;
}

void kz_transform_close(kz_transform *transform) {
  if (transform == NULL) return;
  if (transform->transliterator != NULL) utrans_close(transform->transliterator);
  kz_buffer_free(&transform->result);
  free(transform);
}

/// Transforms into a buffer of `capacity` units. `*length` is what the result has, or would have, where that did not fit.
static UErrorCode transform_into(const kz_transform *transform, const uint16_t *text, int32_t length, UChar *result,
                                 int32_t capacity, int32_t *result_length) {
  UErrorCode error = U_ZERO_ERROR;
  if (transform->normalizer != NULL) {
    *result_length = unorm2_normalize(transform->normalizer, text, length, result, capacity, &error);
    return error;
  }
  memcpy(result, text, (size_t)length * sizeof *result);
  *result_length = length;
  int32_t limit = length;
  utrans_transUChars(transform->transliterator, result, result_length, capacity, 0, &limit, &error);
  return error;
}

kz_status kz_transform_apply(kz_transform *transform, const uint16_t *text, size_t length, const uint16_t **result,
                             size_t *result_length) {
  *result = NULL;
  *result_length = 0;
  if (length > INT32_MAX / 8) return kz_status_too_long;
  if (length == 0) return kz_status_ok;
  int32_t capacity = (int32_t)length + (int32_t)length / 2 + 64;
  int32_t made = 0;
  UErrorCode error;
  do {
    transform->result.size = 0;
    if (kz_buffer_extend(&transform->result, (size_t)capacity * sizeof(UChar)) == NULL) return kz_status_out_of_memory;
    error = transform_into(transform, text, (int32_t)length, (UChar *)transform->result.bytes, capacity, &made);
    if (error == U_BUFFER_OVERFLOW_ERROR && made <= capacity) return kz_status_malformed;
    capacity = made;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error)) return status_of(error);
  *result = (const uint16_t *)transform->result.bytes;
  *result_length = (size_t)made;
  return kz_status_ok;
}
