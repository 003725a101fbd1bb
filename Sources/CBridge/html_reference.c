#include "html_reference.h"
#include "utf8.h"

#include <libxml/HTMLparser.h>

/// Longest name of HTML 4: thetasym.
enum { longest_name = 8, longest_latin_name = 6 };

/// What windows-1252 has at 0x80 to 0x9F. Numbers in that range mean its characters (HTML Standard, "numeric character
/// reference end state"); five of them are not assigned and stay.
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,  //
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,    //
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,  //
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

static int digit_value(uint8_t byte, uint32_t base) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  uint8_t lower = byte | 0x20;
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static uint32_t scalar_of(uint32_t number) {
  if (number >= 0x80 && number <= 0x9F) return windows_1252[number - 0x80];
  bool is_scalar = number != 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  return is_scalar ? number : 0xFFFD;
}

/// `at` is past the `#`.
static size_t numeric_reference(const uint8_t *at, const uint8_t *end, uint8_t *out, uint16_t *out_length) {
  const uint8_t *start = at;
  bool is_hexadecimal = at < end && (*at | 0x20) == 'x';
  uint32_t base = is_hexadecimal ? 16 : 10;
  if (is_hexadecimal) at++;
  const uint8_t *digits = at;
  uint32_t number = 0;
  for (; at < end; at++) {
    int value = digit_value(*at, base);
    if (value < 0) break;
    number = number * base + (uint32_t)value;
    if (number > 0x10FFFF) number = 0x110000;
  }
  if (at == digits) return 0;
  if (at < end && *at == ';') at++;
  *out_length = kz_utf8_encode(scalar_of(number), out);
  return (size_t)(at - start);
}

static bool is_alphanumeric(uint8_t byte) {
  uint8_t lower = byte | 0x20;
  return (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'z');
}

/// Names that HTML 5 also has in capitals.
static const char *const capitals[] = {"AMP", "COPY", "GT", "LT", "QUOT", "REG"};

/// The character `length` bytes name, 0 for none.
static uint32_t named(const uint8_t *name, size_t length) {
  char terminated[longest_name + 1];
  memcpy(terminated, name, length);
  terminated[length] = 0;
  for (size_t index = 0; index < sizeof capitals / sizeof *capitals; index++) {
    if (strcmp(terminated, capitals[index]) != 0) continue;
    for (char *letter = terminated; *letter != 0; letter++) *letter |= 0x20;
    break;
  }
  const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)terminated);
  return entity == NULL ? 0 : entity->value;
}

static size_t named_reference(const uint8_t *at, const uint8_t *end, bool in_attribute, uint8_t *out,
                              uint16_t *out_length) {
  size_t length = 0;
  while (length <= longest_name && at + length < end && is_alphanumeric(at[length])) length++;
  if (length >= 2 && length <= longest_name && at + length < end && at[length] == ';') {
    uint32_t scalar = named(at, length);
    if (scalar != 0) {
      *out_length = kz_utf8_encode(scalar, out);
      return length + 1;
    }
  }
  size_t prefix = length < longest_latin_name ? length : longest_latin_name;
  for (; prefix >= 2; prefix--) {
    uint32_t scalar = named(at, prefix);
    // `&apos` came later than the others and always wants its semicolon.
    if (scalar == 0 || scalar > 0xFF || scalar == '\'') continue;
    bool goes_on = at + prefix < end && (at[prefix] == '=' || is_alphanumeric(at[prefix]));
    if (in_attribute && goes_on) return 0;
    *out_length = kz_utf8_encode(scalar, out);
    return prefix;
  }
  return 0;
}

size_t kz_html_reference(const uint8_t *at, const uint8_t *end, bool in_attribute, uint8_t *out, uint16_t *out_length) {
  if (at == end) return 0;
  if (*at != '#') return named_reference(at, end, in_attribute, out, out_length);
  size_t length = numeric_reference(at + 1, end, out, out_length);
  return length == 0 ? 0 : length + 1;
}

bool kz_html_map_text(kz_mapped_text *mapped, const uint8_t *page, uint32_t to, uint32_t length) {
  size_t malformed = 0;
  uint32_t end = to + length;
  uint32_t at = to;
  while (at < end) {
    const uint8_t *found = memchr(page + at, '&', end - at);
    uint32_t stop = found == NULL ? end : (uint32_t)(found - page);
    if (!kz_map_utf8(mapped, page + to, to, stop - to, &malformed)) return false;
    to = stop;
    if (found == NULL) return true;
    uint8_t character[4];
    uint16_t character_length = 0;
    size_t width = 1 + kz_html_reference(found + 1, page + end, false, character, &character_length);
    // A unit is at most 65,535 bytes wide; a number with that many zeros in front stays as it is written.
    if (width > 1 && width <= UINT16_MAX) {
      if (!kz_map_unit(mapped, character, character_length, to, (uint16_t)width)) return false;
      to += (uint32_t)width;
      at = to;
    } else {
      at = stop + 1;
    }
  }
  return kz_map_utf8(mapped, page + to, to, end - to, &malformed);
}
