// Bytes in some charset to UTF-8, with the way back; and which charset it may be.
#include "CBridge.h"
#include "utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

enum { kz_charset_name_size = 64, kz_chunk_units = 4096 };

struct kz_decoder {
  kz_mapped_text mapped;
  /// The converter of the last call, kept for the next page in the same charset.
  UConverter *converter;
  char charset[kz_charset_name_size];
  size_t malformed_count;
  /// The unit under construction: what one sequence of the charset became, until the next one is seen to begin.
  /// ICU makes at most 19 UTF-16 units of one sequence (UCNV_EXT_MAX_UCHARS): 57 bytes.
  uint8_t unit[64];
  uint16_t unit_length;
  uint32_t unit_start;
  UChar lead;
};

kz_decoder *kz_decoder_open(void) { return calloc(1, sizeof(kz_decoder)); }

void kz_decoder_close(kz_decoder *decoder) {
  if (decoder == NULL) return;
  if (decoder->converter != NULL) ucnv_close(decoder->converter);
  kz_mapped_text_free(&decoder->mapped);
  free(decoder);
}

/// Counts what cannot be read and writes U+FFFD, where ICU's own callback would write U+001A for some charsets.
static void on_malformed(const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length,
                         UConverterCallbackReason reason, UErrorCode *error) {
  (void)units, (void)length;
  if (reason > UCNV_IRREGULAR) return;
  ((kz_decoder *)context)->malformed_count += 1;
  *error = U_ZERO_ERROR;
  UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, error);
}

static kz_status use_converter(kz_decoder *decoder, const char *charset) {
  size_t length = strlen(charset);
  if (length >= kz_charset_name_size) return kz_status_unknown_name;
  // ICU takes the empty name for the default of the process, which is not ours to depend on.
  if (length == 0) return kz_status_unknown_name;
  if (decoder->converter != NULL && strcmp(decoder->charset, charset) == 0) {
    ucnv_resetToUnicode(decoder->converter);
    return kz_status_ok;
  }
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &error);
  if (U_FAILURE(error)) return error == U_MEMORY_ALLOCATION_ERROR ? kz_status_out_of_memory : kz_status_unknown_name;
  ucnv_setFallback(converter, false);
  ucnv_setToUCallBack(converter, on_malformed, decoder, NULL, NULL, &error);
  if (U_FAILURE(error)) {
    ucnv_close(converter);
    return kz_status_out_of_memory;
  }
  if (decoder->converter != NULL) ucnv_close(decoder->converter);
  decoder->converter = converter;
  memcpy(decoder->charset, charset, length + 1);
  return kz_status_ok;
}

static bool is_utf8(const char *charset) {
  return ucnv_compareNames(charset, "UTF-8") == 0;
}

/// Ends the unit under construction at `end` of the input.
static bool finish_unit(kz_decoder *decoder, uint32_t end) {
  if (decoder->unit_length == 0) return true;
  uint16_t length = decoder->unit_length;
  decoder->unit_length = 0;
  // A byte order mark says how to read the text and is not part of it.
  if (decoder->unit_start == 0 && length == 3 && memcmp(decoder->unit, "\xEF\xBB\xBF", 3) == 0) return true;
  uint32_t width = end - decoder->unit_start;
  // BOCU-1 cut short puts its U+FFFD past the end, where there is nothing it could stand for.
  if (width == 0) return true;
  // Only a shift sequence repeated thousands of times is that long; what follows the character is left out of its source.
  if (width > UINT16_MAX) width = UINT16_MAX;
  return kz_map_unit(&decoder->mapped, decoder->unit, length, decoder->unit_start, (uint16_t)width);
}

static void append_scalar(kz_decoder *decoder, uint32_t scalar) {
  bool is_full = decoder->unit_length + 4u > sizeof decoder->unit;
  if (is_full || U_IS_SURROGATE(scalar)) {
    decoder->malformed_count += 1;
    scalar = 0xFFFD;
  }
  if (is_full) return;
  decoder->unit_length += kz_utf8_encode(scalar, decoder->unit + decoder->unit_length);
}

/// Takes one UTF-16 unit that was made from the input at `start`, or at a place ICU does not tell (-1): the second half
/// of a pair, or of a sequence that became two characters, cut off by the end of the chunk.
static bool take(kz_decoder *decoder, UChar unit, int64_t start) {
  UChar lead = decoder->lead;
  decoder->lead = 0;
  if (lead != 0 && U16_IS_TRAIL(unit)) {
    append_scalar(decoder, (uint32_t)U16_GET_SUPPLEMENTARY(lead, unit));
    return true;
  }
  // CESU-8 lets half pairs through.
  if (lead != 0) append_scalar(decoder, lead);
  // Not only "other": BOCU-1 gives offsets out of order where it is broken.
  if (start > decoder->unit_start) {
    if (!finish_unit(decoder, (uint32_t)start)) return false;
    decoder->unit_start = (uint32_t)start;
  }
  if (U16_IS_LEAD(unit)) {
    decoder->lead = unit;
  } else {
    append_scalar(decoder, unit);
  }
  return true;
}

static kz_status convert(kz_decoder *decoder, const uint8_t *bytes, size_t length) {
  UChar units[kz_chunk_units];
  int32_t offsets[kz_chunk_units];
  const char *source = (const char *)bytes;
  const char *end = source + length;
  UErrorCode error;
  do {
    size_t base = (size_t)(source - (const char *)bytes);
    UChar *target = units;
    error = U_ZERO_ERROR;
    // All of the rest is offered at once: an input cut inside a sequence would cost that sequence its offset.
    ucnv_toUnicode(decoder->converter, &target, units + kz_chunk_units, &source, end, offsets, true, &error);
    for (ptrdiff_t index = 0; index < target - units; index++) {
      int64_t start = offsets[index] < 0 ? -1 : (int64_t)base + offsets[index];
      if (!take(decoder, units[index], start)) return kz_status_out_of_memory;
    }
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error)) return error == U_MEMORY_ALLOCATION_ERROR ? kz_status_out_of_memory : kz_status_malformed;
  if (decoder->lead != 0) append_scalar(decoder, decoder->lead);
  return finish_unit(decoder, (uint32_t)length) ? kz_status_ok : kz_status_out_of_memory;
}

static kz_status decode_utf8(kz_decoder *decoder, const uint8_t *bytes, size_t length) {
  uint32_t mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  bool done = length == 0 || kz_map_utf8(&decoder->mapped, bytes + mark, mark, (uint32_t)length - mark,
                                         &decoder->malformed_count);
  return done ? kz_status_ok : kz_status_out_of_memory;
}

kz_status kz_decode(kz_decoder *decoder, const char *charset, const uint8_t *bytes, size_t length, kz_decoded *decoded) {
  *decoded = (kz_decoded){0};
  kz_mapped_text_clear(&decoder->mapped);
  decoder->malformed_count = 0;
  decoder->unit_length = 0;
  decoder->unit_start = 0;
  decoder->lead = 0;
  if (length > KZ_MAX_INPUT) return kz_status_too_long;
  kz_status status;
  if (is_utf8(charset)) {
    status = decode_utf8(decoder, bytes, length);
  } else {
    status = use_converter(decoder, charset);
    if (status == kz_status_ok) status = convert(decoder, bytes, length);
  }
  if (status != kz_status_ok) return status;
  if (decoder->mapped.text.size > UINT32_MAX) return kz_status_too_long;
  *decoded = (kz_decoded){
      .utf8 = decoder->mapped.text.bytes,
      .utf8_length = decoder->mapped.text.size,
      .runs = (const kz_run *)decoder->mapped.runs.bytes,
      .run_count = decoder->mapped.runs.size / sizeof(kz_run),
      .malformed_count = decoder->malformed_count,
  };
  return kz_status_ok;
}

kz_status kz_detect_charset(const uint8_t *bytes, size_t length, char *name, int32_t *confidence) {
  name[0] = 0;
  *confidence = 0;
  if (length > KZ_MAX_INPUT) return kz_status_too_long;
  // ICU would say ISO-8859-1.
  if (length == 0) return kz_status_ok;
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  if (U_FAILURE(error)) return kz_status_out_of_memory;
  ucsdet_enableInputFilter(detector, true);
  ucsdet_setText(detector, (const char *)bytes, (int32_t)length, &error);
  const UCharsetMatch *match = ucsdet_detect(detector, &error);
  if (U_SUCCESS(error) && match != NULL) {
    const char *found = ucsdet_getName(match, &error);
    if (U_SUCCESS(error) && strlen(found) < kz_charset_name_size) {
      strcpy(name, found);
      *confidence = ucsdet_getConfidence(match, &error);
    }
  }
  ucsdet_close(detector);
  return error == U_MEMORY_ALLOCATION_ERROR ? kz_status_out_of_memory : kz_status_ok;
}
