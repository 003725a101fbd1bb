// The one door to libxml2, ICU and zlib.
//
// Only <stdint.h> and <stddef.h> may be included here: ICU's enums collide with Foundation's own copy in a Swift module
// that sees both, and libxml2's headers include ICU's. Handles are opaque; everything handed out is plain data.
//
// Every function is safe to call from several threads as long as each thread uses handles of its own. Memory handed out
// belongs to the handle it came from and lives until the next call on that handle, unless a function says otherwise.
#ifndef KAOZHENG_CBRIDGE_H
#define KAOZHENG_CBRIDGE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a call came to. Zero is success.
typedef enum kz_status {
  kz_status_ok = 0,
  /// Memory could not be had.
  kz_status_out_of_memory = 1,
  /// The name of a charset, transform or locale is not known to ICU.
  kz_status_unknown_name = 2,
  /// The input is longer than the caller's or the bridge's limit.
  kz_status_too_long = 3,
  /// The input is not what it should be (no gzip stream, truncated stream).
  kz_status_malformed = 4,
} kz_status;

// MARK: offsets

/// `count` neighboring units, each `from_width` bytes of the text made and `to_width` bytes of the text it was made from.
///
/// A stretch copied byte by byte has widths 1 and 1; a row of GBK characters decoded to UTF-8 has 3 and 2. Runs are in
/// ascending order of both offsets, do not overlap, and cover the text made without a hole.
typedef struct kz_run {
  uint32_t from;
  uint32_t to;
  uint32_t count;
  uint16_t from_width;
  uint16_t to_width;
} kz_run;

// MARK: HTML

typedef enum kz_html_kind {
  kz_html_element = 0,
  kz_html_text = 1,
} kz_html_kind;

/// One element or one text node, in document order. Node 0 is a root without a tag that holds everything.
typedef struct kz_html_node {
  /// Index of the parent; the root's is its own, 0. A parent always has a smaller index than its children.
  uint32_t parent;
  /// One past the last descendant, so that a subtree is the half-open range [its index, subtree_end).
  uint32_t subtree_end;
  /// kz_html_kind.
  uint8_t kind;
  /// Element: its lower-case tag, a range of `strings`. Text: unused.
  uint32_t name_start, name_length;
  /// Element: its attributes, a range of `attributes`.
  uint32_t attribute_start, attribute_count;
  /// Text: its decoded characters (entities replaced), a range of `text`.
  uint32_t text_start, text_length;
  /// Half-open byte range in the input: of a text node's characters, or from an element's `<` to the end of its last
  /// descendant (or of its end tag). An element that has no tag in the input (html, head, body, p) begins with what
  /// brought it about.
  uint32_t source_start, source_end;
} kz_html_node;

/// Name and value as UTF-8 ranges of `strings`; entities in the value are replaced. A malformed byte in a value is `?`, a
/// control character a space: values do not lead back to the input.
typedef struct kz_html_attribute {
  uint32_t name_start, name_length;
  uint32_t value_start, value_length;
} kz_html_attribute;

/// What a cap of the bridge cut off. A bit set; zero when nothing was.
enum {
  /// Elements deeper than KZ_HTML_MAX_DEPTH were opened as children of the element at that depth, each closing the one
  /// before.
  kz_html_capped_depth = 1,
  /// Attributes of one tag over KZ_HTML_MAX_ATTRIBUTES were left out.
  kz_html_capped_attributes = 2,
  /// libxml2 stopped before the end of the input.
  kz_html_stopped_early = 4,
  /// libxml2 gave text that is not in the page where it said, and it was left out. No input is known to do this.
  kz_html_capped_text = 8,
};

/// What Blink keeps. libxml2 searches its stack of open elements for every end tag, so that the time for a hostile page
/// grows with this number.
#define KZ_HTML_MAX_DEPTH 512
#define KZ_HTML_MAX_ATTRIBUTES 512

/// A parsed page as flat arrays. Text inside script and style is kept as text nodes of those elements; comments, what the
/// HTML standard takes for comments (`<![endif]>`, `<?php ?>`), and the doctype are left out.
///
/// Two stretches of text with only comments between them are one text node.
typedef struct kz_html_tree {
  const kz_html_node *nodes;
  size_t node_count;
  const kz_html_attribute *attributes;
  size_t attribute_count;
  /// The decoded characters of all text nodes one after the other, UTF-8. Control characters are kept, NUL too.
  const uint8_t *text;
  size_t text_length;
  /// From `text` to the input. An entity is one unit of several bytes, so is U+FFFD with the malformed bytes it stands for.
  const kz_run *runs;
  size_t run_count;
  /// Tag and attribute names and values, UTF-8.
  const uint8_t *strings;
  size_t strings_length;
  uint32_t caps;
  /// How many errors libxml2 reported (none of them printed).
  uint32_t error_count;
} kz_html_tree;

typedef struct kz_html_parser kz_html_parser;

/// A parser that keeps its buffers from page to page. Null when memory is out.
kz_html_parser *kz_html_parser_open(void);
void kz_html_parser_close(kz_html_parser *parser);

/// Parses `length` bytes of UTF-8 (any meta charset in it is ignored; no network, nothing printed, whatever the bytes).
///
/// Entities are those of HTML 4 by name, with or without their semicolon as the HTML standard allows, and all by number.
/// Time is linear in `length`, of which 1 GiB is the most. The arrays belong to `parser` until the next call on it.
kz_status kz_html_parse(kz_html_parser *parser, const uint8_t *bytes, size_t length, kz_html_tree *tree);

// MARK: charsets

typedef struct kz_decoder kz_decoder;

/// UTF-8 made from bytes in another charset, and the way back.
typedef struct kz_decoded {
  const uint8_t *utf8;
  size_t utf8_length;
  /// From `utf8` to the bytes given.
  const kz_run *runs;
  size_t run_count;
  /// Byte sequences that are not in the charset; each became one U+FFFD.
  size_t malformed_count;
} kz_decoded;

/// A decoder that keeps its buffers from page to page. Null when memory is out.
kz_decoder *kz_decoder_open(void);
void kz_decoder_close(kz_decoder *decoder);

/// Decodes `length` bytes from `charset` (an ICU converter name or alias such as "gb18030", "Big5-HKSCS", "UTF-16LE").
///
/// A charset named `UTF-8` checks and copies; U+FFFD stands for each malformed sequence as the Encoding Standard cuts them.
/// A byte order mark in front is not part of the text: the first run begins after it. The most is 1 GiB. The result belongs
/// to `decoder` until the next call on it.
kz_status kz_decode(kz_decoder *decoder, const char *charset, const uint8_t *bytes, size_t length, kz_decoded *decoded);

/// The charset ICU's detector finds most likely for `bytes`; its name is written to `name` (at least 64 bytes, ended by
/// NUL), its confidence (0 to 100) to `confidence`. `name` is empty when there is nothing to go by. HTML tags are left out
/// of the statistics.
kz_status kz_detect_charset(const uint8_t *bytes, size_t length, char *name, int32_t *confidence);

// MARK: Unicode

typedef struct kz_breaker kz_breaker;

/// A word breaker for Chinese and English. Null when memory is out.
kz_breaker *kz_breaker_open(void);
void kz_breaker_close(kz_breaker *breaker);

/// Word boundaries of `length` UTF-16 units: the ends of the segments in ascending order, the last one `length`.
///
/// `is_word[i]` is 1 where segment `i` holds letters, digits or ideographs, 0 for spaces and punctuation. The arrays belong
/// to `breaker` until the next call on it.
kz_status kz_break_words(kz_breaker *breaker, const uint16_t *text, size_t length, const int32_t **ends,
                         const uint8_t **is_word, size_t *count);

typedef struct kz_transform kz_transform;

/// An ICU transliterator by its id ("Han-Latin", "Hant-Hans"), or "NFC" / "NFKC" for the normalizer. Null when there is
/// none.
kz_transform *kz_transform_open(const char *id);
void kz_transform_close(kz_transform *transform);

/// Transforms `length` UTF-16 units. The result belongs to `transform` until the next call on it.
kz_status kz_transform_apply(kz_transform *transform, const uint16_t *text, size_t length, const uint16_t **result,
                             size_t *result_length);

// MARK: compression

typedef struct kz_inflater kz_inflater;

kz_inflater *kz_inflater_open(void);
void kz_inflater_close(kz_inflater *inflater);

/// Inflates a gzip (all members) or zlib stream, told by its first bytes.
///
/// Stops with kz_status_too_long when more than `limit` bytes come out, with kz_status_malformed when the stream is broken,
/// ends early, or is followed by anything but zeros. The result belongs to `inflater` until the next call on it.
kz_status kz_inflate(kz_inflater *inflater, const uint8_t *bytes, size_t length, size_t limit, const uint8_t **result,
                     size_t *result_length);

// MARK: digests

/// SHA-256 of `length` bytes, written to `digest` (32 bytes).
kz_status kz_sha256(const uint8_t *bytes, size_t length, uint8_t digest[32]);

/// What the bridge was compiled against, as "libxml2 2.9.14, ICU 72.1, zlib 1.2.13". Static storage.
const char *kz_versions(void);

#ifdef __cplusplus
}
#endif
#endif
