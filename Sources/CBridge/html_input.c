#include "html_input.h"
#include "CBridge.h"
#include "utf8.h"

#include <strings.h>

/// What stands for an ASCII byte in the copy. Control characters are not XML's: libxml2 would drop them, and for NUL stop.
static uint8_t copy_of(uint8_t byte) {
  if (byte == '&') return KZ_HTML_AMPERSAND;
  if (byte == KZ_HTML_AMPERSAND) return ' ';
  bool is_control = byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r';
  return is_control ? ' ' : byte;
}

/// Copies the page with every character replaced, by as many bytes, that would change libxml2's mind about the encoding
/// or that it would leave out of the text.
static void clean(kz_html_input *input, const uint8_t *bytes, size_t length) {
  uint8_t ascii[128];
  for (uint8_t byte = 0; byte < 128; byte++) ascii[byte] = copy_of(byte);
  uint8_t *copy = input->copy.bytes;
  size_t at = 0;
  if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    memset(copy, ' ', 3);
    at = 3;
  }
  while (at < length) {
    if (bytes[at] < 0x80) {
      copy[at] = ascii[bytes[at]];
      at += 1;
      continue;
    }
    int step = kz_utf8_length(bytes + at, bytes + length);
    // U+FFFE and U+FFFF are UTF-8 but not XML.
    bool is_noncharacter = step == 3 && bytes[at] == 0xEF && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE;
    size_t width = (size_t)(step < 0 ? -step : step);
    if (step < 0) input->is_malformed = true;
    if (step < 0 || is_noncharacter) {
      memset(copy + at, '?', width);
    } else {
      memcpy(copy + at, bytes + at, width);
    }
    at += width;
  }
  memset(copy + length, 0, input->copy.size - length);
}

static bool is_letter(uint8_t byte) {
  uint8_t lower = byte | 0x20;
  return lower >= 'a' && lower <= 'z';
}

static bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

// The scan below follows libxml2's own reading of tags (2.9.14), not the HTML standard's. Where they should ever part
// company, an element's source range or the cap is off, never the text. NUL ends the copy and nothing else in it is NUL.

static size_t skip_past(const uint8_t *copy, size_t at, uint8_t stop) {
  while (copy[at] != 0 && copy[at] != stop) at++;
  return copy[at] == 0 ? at : at + 1;
}

static size_t skip_blanks(const uint8_t *copy, size_t at) {
  while (is_blank(copy[at])) at++;
  return at;
}

static size_t skip_name(const uint8_t *copy, size_t at) {
  size_t limit = at + KZ_HTML_MAX_NAME;
  while (at < limit && kz_html_is_name(copy[at])) at++;
  return at;
}

static bool ends_tag(const uint8_t *copy, size_t at) {
  return copy[at] == 0 || copy[at] == '>' || (copy[at] == '/' && copy[at + 1] == '>');
}

static size_t skip_value(const uint8_t *copy, size_t at) {
  if (copy[at] == '"' || copy[at] == '\'') return skip_past(copy, at + 1, copy[at]);
  while (copy[at] != 0 && copy[at] != '>' && !is_blank(copy[at])) at++;
  return at;
}

static size_t skip_attribute(const uint8_t *copy, size_t at) {
  bool is_named = is_letter(copy[at]) || copy[at] == '_' || copy[at] == ':' || copy[at] == '.';
  if (!is_named) {
    while (!ends_tag(copy, at) && !is_blank(copy[at])) at++;
    return at;
  }
  size_t equals = skip_blanks(copy, skip_name(copy, at));
  return copy[equals] == '=' ? skip_value(copy, skip_blanks(copy, equals + 1)) : equals;
}

/// From the name of a start tag to its `>` or `/>`. Blanks the attributes over the cap: libxml2 compares each with every
/// one before it, which took 31 s for 100,000.
static size_t skip_attributes(kz_html_input *input, size_t at) {
  uint8_t *copy = input->copy.bytes;
  size_t count = 0, kept = 0;
  at = skip_blanks(copy, at);
  while (!ends_tag(copy, at)) {
    if (count == KZ_HTML_MAX_ATTRIBUTES) kept = at;
    at = skip_blanks(copy, skip_attribute(copy, at));
    count += 1;
  }
  if (count > KZ_HTML_MAX_ATTRIBUTES) {
    memset(copy + kept, ' ', at - kept);
    input->is_capped = true;
  }
  return at;
}

/// Makes libxml2 take the tag-like thing at `at` for a processing instruction, which it leaves out up to the next `>`.
static size_t hide(uint8_t *copy, size_t at) {
  copy[at + 1] = '?';
  copy[at + 2] = 'x';
  // The rest of a character whose first byte has just been written over.
  for (size_t rest = at + 3; (copy[rest] & 0xC0) == 0x80; rest++) copy[rest] = 'x';
  return skip_past(copy, at, '>');
}

static size_t skip_comment(uint8_t *copy, size_t at) {
  size_t text = at + 4;
  // `<!-->` and `<!--->` are whole comments, which libxml2 takes for the beginning of one.
  if (copy[text] == '>' || (copy[text] == '-' && copy[text + 1] == '>')) return hide(copy, at);
  at = text;
  while (copy[at] != 0) {
    at = skip_past(copy, at, '>');
    if (copy[at - 1] != '>') break;
    if (copy[at - 2] == '-' && copy[at - 3] == '-') break;
    if (copy[at - 2] == '!' && copy[at - 3] == '-' && copy[at - 4] == '-') break;
  }
  return at;
}

/// From inside `script` or `style` to the `</` that ends it.
static size_t skip_raw_text(const uint8_t *copy, size_t at, size_t length, const char *name) {
  size_t name_length = strlen(name);
  for (;;) {
    const uint8_t *found = memchr(copy + at, '<', length - at);
    if (found == NULL) return length;
    at = (size_t)(found - copy);
    if (found[1] == '/' && strncasecmp((const char *)found + 2, name, name_length) == 0) return at;
    at += 1;
  }
}

static size_t skip_start_tag(kz_html_input *input, size_t at) {
  uint8_t *copy = input->copy.bytes;
  size_t name = at + 1;
  at = skip_attributes(input, skip_name(copy, name));
  if (copy[at] != '>') return at;
  at += 1;
  if (kz_html_input_has_name(input, name, "script")) return skip_raw_text(copy, at, input->length, "script");
  if (kz_html_input_has_name(input, name, "style")) return skip_raw_text(copy, at, input->length, "style");
  return at;
}

static bool is_comment(const uint8_t *at) { return at[1] == '!' && at[2] == '-' && at[3] == '-'; }

static bool is_doctype(const uint8_t *at) { return at[1] == '!' && strncasecmp((const char *)at + 2, "DOCTYPE", 7) == 0; }

/// What the HTML standard calls a bogus comment, such as `<![endif]>`, `<?=$x?>` and `</ p>`. libxml2 takes most of them
/// for text.
static size_t skip_bogus_comment(uint8_t *copy, size_t at) {
  bool is_too_short = copy[at + 2] == 0 || copy[at + 2] == '>';
  return is_too_short ? at + 1 : hide(copy, at);
}

static bool scan_tags(kz_html_input *input) {
  uint8_t *copy = input->copy.bytes;
  size_t at = 0;
  for (;;) {
    const uint8_t *found = memchr(copy + at, '<', input->length - at);
    if (found == NULL) return true;
    at = (size_t)(found - copy);
    bool is_start = is_letter(found[1]);
    bool is_end = found[1] == '/' && is_letter(found[2]);
    if (is_start || is_end) {
      uint32_t offset = (uint32_t)at;
      if (!kz_buffer_append(&input->tags, &offset, sizeof offset)) return false;
    }
    if (is_start) {
      at = skip_start_tag(input, at);
    } else if (is_end || is_doctype(found)) {
      at = skip_past(copy, at, '>');
    } else if (is_comment(found)) {
      at = skip_comment(copy, at);
    } else if (found[1] == '/' || found[1] == '!' || found[1] == '?') {
      at = skip_bogus_comment(copy, at);
    } else {
      at += 1;
    }
  }
}

bool kz_html_input_load(kz_html_input *input, const uint8_t *bytes, size_t length) {
  input->copy.size = 0;
  input->tags.size = 0;
  input->is_malformed = false;
  input->is_capped = false;
  input->length = length;
  // Four NULs: what is looked at past a `<` without a NUL seen before it is never more than three bytes away.
  if (kz_buffer_extend(&input->copy, length + 4) == NULL) return false;
  clean(input, bytes, length);
  return scan_tags(input);
}

void kz_html_input_free(kz_html_input *input) {
  kz_buffer_free(&input->copy);
  kz_buffer_free(&input->tags);
}

bool kz_html_input_has_name(const kz_html_input *input, size_t at, const char *name) {
  size_t length = strlen(name);
  const char *found = (const char *)input->copy.bytes + at;
  if (strncasecmp(found, name, length) != 0) return false;
  return length >= KZ_HTML_MAX_NAME || !kz_html_is_name((uint8_t)found[length]);
}
