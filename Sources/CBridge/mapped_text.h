// Text that is made together with the runs that lead back to what it was made from.
#ifndef KAOZHENG_MAPPED_TEXT_H
#define KAOZHENG_MAPPED_TEXT_H

#include "CBridge.h"
#include "buffer.h"

/// The longest input of one call. One byte becomes at most the three of U+FFFD, so that every offset fits 32 bits.
#define KZ_MAX_INPUT ((size_t)1 << 30)

/// UTF-8 and its kz_runs.
typedef struct kz_mapped_text {
  kz_buffer text;
  kz_buffer runs;
} kz_mapped_text;

/// Records that the next `count` units of the text, `from_width` bytes each, were made from those at `to`, `to_width` bytes
/// each.
///
/// The text itself is appended by the caller, afterwards. False when memory is out.
static inline bool kz_map(kz_mapped_text *mapped, uint32_t to, uint32_t count, uint16_t from_width, uint16_t to_width) {
  if (mapped->runs.size > 0) {
    kz_run *last = (kz_run *)(mapped->runs.bytes + mapped->runs.size) - 1;
    if (last->from_width == from_width && last->to_width == to_width && last->to + last->count * to_width == to) {
      last->count += count;
      return true;
    }
  }
  kz_run *run = kz_buffer_extend(&mapped->runs, sizeof *run);
  if (run == NULL) return false;
  *run = (kz_run){
      .from = (uint32_t)mapped->text.size, .to = to, .count = count, .from_width = from_width, .to_width = to_width};
  return true;
}

/// Appends `length` bytes that are the same in the input, where they start at `to`.
static inline bool kz_map_copy(kz_mapped_text *mapped, const uint8_t *bytes, uint32_t to, uint32_t length) {
  if (length == 0) return true;
  return kz_map(mapped, to, length, 1, 1) && kz_buffer_append(&mapped->text, bytes, length);
}

/// Appends one unit of `length` bytes made from the `to_width` bytes at `to`.
static inline bool kz_map_unit(kz_mapped_text *mapped, const uint8_t *bytes, uint16_t length, uint32_t to,
                               uint16_t to_width) {
  return kz_map(mapped, to, 1, length, to_width) && kz_buffer_append(&mapped->text, bytes, length);
}

static inline void kz_mapped_text_clear(kz_mapped_text *mapped) {
  mapped->text.size = 0;
  mapped->runs.size = 0;
}

static inline void kz_mapped_text_free(kz_mapped_text *mapped) {
  kz_buffer_free(&mapped->text);
  kz_buffer_free(&mapped->runs);
}

#endif
