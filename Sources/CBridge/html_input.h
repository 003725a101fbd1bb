// The copy of a page that libxml2 gets to see: as long as the page byte for byte, but with nothing in it that libxml2 is
// known to stumble over.
#ifndef KAOZHENG_HTML_INPUT_H
#define KAOZHENG_HTML_INPUT_H

#include "buffer.h"

/// Stands for every `&`, so that libxml2 leaves references alone and its text is the source's, byte for byte. DEL is the
/// one ASCII character that XML allows and no page means; a real one becomes a space.
#define KZ_HTML_AMPERSAND 0x7F

/// How much of a tag or attribute name libxml2 reads in one go (HTML_PARSER_BUFFER_SIZE).
#define KZ_HTML_MAX_NAME 100

typedef struct kz_html_input {
  /// The copy, followed by a NUL that is not counted in `length`.
  kz_buffer copy;
  size_t length;
  /// Offsets (uint32_t) of the `<` of every start and end tag.
  kz_buffer tags;
  /// Malformed UTF-8 is in the page.
  bool is_malformed;
  /// Attributes over KZ_HTML_MAX_ATTRIBUTES were blanked.
  bool is_capped;
} kz_html_input;

/// Makes the copy and finds its tags, in one pass each. False when memory is out.
bool kz_html_input_load(kz_html_input *input, const uint8_t *bytes, size_t length);

void kz_html_input_free(kz_html_input *input);

/// Whether `byte` can be in a name for libxml2.
static inline bool kz_html_is_name(uint8_t byte) {
  uint8_t lower = byte | 0x20;
  return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= ':') || byte == '-' || byte == '_' || byte == '.';
}

/// Whether the copy has `name`, in whatever case and as the whole name, at `at`.
bool kz_html_input_has_name(const kz_html_input *input, size_t at, const char *name);

#endif
