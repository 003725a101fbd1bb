// UTF-8, cut where the Encoding Standard cuts it.
#ifndef KAOZHENG_UTF8_H
#define KAOZHENG_UTF8_H

#include "mapped_text.h"

/// Length in bytes of the character at `at`, or minus the length of the malformed sequence there. `at` is before `end`.
///
/// A malformed sequence is what one U+FFFD stands for: the longest prefix that could begin a character, or else one byte
/// (Encoding Standard, "UTF-8 decoder"; Unicode 15, table 3-7).
static inline int kz_utf8_length(const uint8_t *at, const uint8_t *end) {
  uint8_t lead = at[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return -1;
  uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  for (int index = 1; index < length; index++) {
    if (end - at <= index || at[index] < lowest || at[index] > highest) return -index;
    lowest = 0x80;
    highest = 0xBF;
  }
  return length;
}

/// Writes `scalar` as UTF-8 to `out` (4 bytes) and says how many it took. Surrogates are the caller's to keep out.
static inline uint16_t kz_utf8_encode(uint32_t scalar, uint8_t *out) {
  if (scalar < 0x80) {
    out[0] = (uint8_t)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    out[0] = (uint8_t)(0xC0 | scalar >> 6);
    out[1] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    out[0] = (uint8_t)(0xE0 | scalar >> 12);
    out[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    out[2] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 3;
  }
  out[0] = (uint8_t)(0xF0 | scalar >> 18);
  out[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
  out[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
  out[3] = (uint8_t)(0x80 | (scalar & 0x3F));
  return 4;
}

#define KZ_REPLACEMENT ((const uint8_t *)"\xEF\xBF\xBD")

/// Appends `length` bytes of what should be UTF-8, which start at `to` in the input, with U+FFFD for malformed sequences.
///
/// `malformed` is raised by their number. False when memory is out.
static inline bool kz_map_utf8(kz_mapped_text *mapped, const uint8_t *bytes, uint32_t to, uint32_t length,
                               size_t *malformed) {
  uint32_t copied = 0, at = 0;
  while (at < length) {
    uint64_t eight;
    if (length - at >= sizeof eight) {
      memcpy(&eight, bytes + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    int step = kz_utf8_length(bytes + at, bytes + length);
    if (step > 0) {
      at += (uint32_t)step;
      continue;
    }
    *malformed += 1;
    if (!kz_map_copy(mapped, bytes + copied, to + copied, at - copied)) return false;
    if (!kz_map_unit(mapped, KZ_REPLACEMENT, 3, to + at, (uint16_t)-step)) return false;
    at += (uint32_t)-step;
    copied = at;
  }
  return kz_map_copy(mapped, bytes + copied, to + copied, length - copied);
}

#endif
