// Character references: `&amp;`, `&#38;`, `&#x26;`.
#ifndef KAOZHENG_HTML_REFERENCE_H
#define KAOZHENG_HTML_REFERENCE_H

#include "mapped_text.h"

/// Reads the reference whose `&` is just before `at`, and writes what it stands for to `out` (4 bytes).
///
/// Gives the bytes read after the `&`, or 0 when the `&` is only itself. The rules are the HTML Standard's ("character
/// reference state"), over the names of HTML 4: those of Latin-1 may lack their `;`, though in an attribute's value not
/// before a letter, a digit or `=`, since that is how addresses are written.
size_t kz_html_reference(const uint8_t *at, const uint8_t *end, bool in_attribute, uint8_t *out, uint16_t *out_length);

/// Appends the text that `length` bytes at `to` of the page stand for, with references replaced and each mapped as one
/// unit. False when memory is out.
bool kz_html_map_text(kz_mapped_text *mapped, const uint8_t *page, uint32_t to, uint32_t length);

#endif
