// HTML to flat arrays: libxml2 says what the tags mean, the page itself gives the text.
#include "CBridge.h"
#include "html_builder.h"
#include "html_input.h"
#include "utf8.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>

/// How much text libxml2 collects before it hands it over (HTML_PARSER_BIG_BUFFER_SIZE in its HTMLparser.c).
enum { kz_full_text = 1000 };

struct kz_html_parser {
  kz_html_input input;
  kz_html_builder builder;
  xmlParserCtxtPtr context;
  uint32_t caps;
  uint32_t error_count;
  /// End of the last token libxml2 told of. Whatever comes next begins here or later.
  uint32_t cursor;
  /// The last tag seen to begin before libxml2's position, an index of `input.tags`.
  size_t tag;
};

/// How far libxml2 has read.
static uint32_t position(const kz_html_parser *parser) {
  const xmlParserInput *input = parser->context->input;
  size_t at = input->consumed + (size_t)(input->cur - input->base);
  return (uint32_t)(at < parser->input.length ? at : parser->input.length);
}

/// The last tag that begins before libxml2's position, if libxml2 has not told of it yet. SIZE_MAX for none.
static size_t current_tag(kz_html_parser *parser) {
  const uint32_t *tags = (const uint32_t *)parser->input.tags.bytes;
  size_t count = parser->input.tags.size / sizeof *tags;
  uint32_t end = position(parser);
  while (parser->tag + 1 < count && tags[parser->tag + 1] < end) parser->tag += 1;
  if (parser->tag >= count || tags[parser->tag] >= end || tags[parser->tag] < parser->cursor) return SIZE_MAX;
  return tags[parser->tag];
}

static bool has_stopped(kz_html_parser *parser) {
  if (parser->builder.is_out_of_memory) xmlStopParser(parser->context);
  return parser->builder.is_out_of_memory;
}

// MARK: text

static bool copy_has(const kz_html_parser *parser, size_t start, const xmlChar *bytes, size_t length) {
  if (start < parser->cursor || start + length > parser->input.length) return false;
  return memcmp(parser->input.copy.bytes + start, bytes, length) == 0;
}

/// Where in the page the text libxml2 just gave is. SIZE_MAX when it cannot be found.
///
/// libxml2 has read as far as the end of the text, or not yet its last character: that is so for a `<` that begins no tag,
/// and for what it hands over because its buffer is full. In a row of equal characters both places look right, hence the
/// order.
static size_t find_text(const kz_html_parser *parser, const xmlChar *bytes, size_t length) {
  const uint8_t *copy = parser->input.copy.bytes;
  size_t end = position(parser);
  size_t later = end < parser->input.length ? end + (size_t)kz_utf8_length(copy + end, copy + parser->input.length) : end;
  bool is_full = length >= kz_full_text;
  size_t ends[2] = {is_full ? later : end, is_full ? end : later};
  for (int index = 0; index < 2; index++) {
    if (ends[index] >= length && copy_has(parser, ends[index] - length, bytes, length)) return ends[index] - length;
  }
  return SIZE_MAX;
}

static void take_text(kz_html_parser *parser, const xmlChar *bytes, int length, bool is_raw) {
  if (length <= 0 || has_stopped(parser)) return;
  size_t start = find_text(parser, bytes, (size_t)length);
  if (start == SIZE_MAX) {
    parser->caps |= kz_html_capped_text;
    return;
  }
  kz_html_builder_close_to(&parser->builder, parser->context->nameNr);
  parser->cursor = (uint32_t)start + (uint32_t)length;
  kz_html_builder_add_text(&parser->builder, (uint32_t)start, parser->cursor, is_raw);
}

static void on_characters(void *parser, const xmlChar *bytes, int length) { take_text(parser, bytes, length, false); }

/// libxml2 gives the content of script and style this way.
static void on_raw_text(void *parser, const xmlChar *bytes, int length) { take_text(parser, bytes, length, true); }

static void on_comment(void *context, const xmlChar *text) {
  (void)text;
  kz_html_parser *parser = context;
  parser->cursor = position(parser);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *text) {
  (void)target;
  on_comment(context, text);
}

// MARK: elements

/// Keeps the stacks short. libxml2 searches its own for every end tag and would be quadratic over a million open elements.
static void cap_depth(kz_html_parser *parser) {
  xmlParserCtxtPtr context = parser->context;
  if (context->nameNr <= KZ_HTML_MAX_DEPTH + 1) return;
  context->nameTab[context->nameNr - 2] = context->nameTab[context->nameNr - 1];
  context->nameNr -= 1;
  kz_html_builder_close_to(&parser->builder, context->nameNr - 1);
  parser->caps |= kz_html_capped_depth;
}

/// Where the start tag ends that libxml2 has read up to its last attribute.
static uint32_t end_of_start_tag(const kz_html_parser *parser) {
  uint32_t at = position(parser);
  const uint8_t *copy = parser->input.copy.bytes + at;
  return at + (copy[0] == '>' ? 1 : copy[0] == '/' && copy[1] == '>' ? 2 : 0);
}

static void on_start(void *context, const xmlChar *tag_name, const xmlChar **attributes) {
  kz_html_parser *parser = context;
  if (has_stopped(parser)) return;
  const char *name = (const char *)tag_name;
  // libxml2 has this element on its stack already.
  kz_html_builder_close_to(&parser->builder, parser->context->nameNr - 1);
  cap_depth(parser);
  size_t tag = current_tag(parser);
  if (tag != SIZE_MAX && kz_html_input_has_name(&parser->input, tag + 1, name)) {
    parser->cursor = end_of_start_tag(parser);
    kz_html_builder_open(&parser->builder, name, (const uint8_t *const *)attributes, (uint32_t)tag, parser->cursor);
  } else {
    kz_html_builder_open(&parser->builder, name, (const uint8_t *const *)attributes, KZ_HTML_IMPLIED, parser->cursor);
  }
}

/// Whether libxml2 has just read an end tag of that name, at `tag`. It overlooks some (a second `</head>`) and closes the
/// element later, when it meets text that cannot be in it.
static bool has_read_end_tag(const kz_html_parser *parser, size_t tag, const char *name) {
  if (tag == SIZE_MAX) return false;
  const uint8_t *copy = parser->input.copy.bytes;
  if (copy[tag + 1] != '/' || !kz_html_input_has_name(&parser->input, tag + 2, name)) return false;
  size_t end = position(parser);
  const uint8_t *close = memchr(copy + tag, '>', end - tag);
  return close == NULL || close + 1 == copy + end;
}

static void on_end(void *context, const xmlChar *name) {
  kz_html_parser *parser = context;
  if (has_stopped(parser)) return;
  // libxml2 has this element on its stack still.
  int depth = parser->context->nameNr;
  kz_html_builder_close_to(&parser->builder, depth);
  if (depth == 0 || parser->builder.depth != depth) return;
  if (has_read_end_tag(parser, current_tag(parser), (const char *)name)) {
    parser->cursor = position(parser);
    kz_html_builder_close(&parser->builder, parser->cursor);
  } else {
    kz_html_builder_close_to(&parser->builder, depth - 1);
  }
}

// MARK: the parser

static void on_error(void *parser, xmlErrorPtr error) {
  (void)error;
  ((kz_html_parser *)parser)->error_count += 1;
}

static void swallow_error(void *nothing, xmlErrorPtr error) { (void)nothing, (void)error; }

static pthread_once_t libxml_once = PTHREAD_ONCE_INIT;

kz_html_parser *kz_html_parser_open(void) {
  pthread_once(&libxml_once, xmlInitParser);
  return calloc(1, sizeof(kz_html_parser));
}

void kz_html_parser_close(kz_html_parser *parser) {
  if (parser == NULL) return;
  kz_html_input_free(&parser->input);
  kz_html_builder_free(&parser->builder);
  free(parser);
}

static xmlParserCtxtPtr open_context(kz_html_parser *parser) {
  const char *copy = (const char *)parser->input.copy.bytes;
  xmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(copy, (int)parser->input.length);
  if (context == NULL) return NULL;
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  // Not an option of the HTML parser, but it looks at it: without it there are limits on depth and length.
  context->options |= XML_PARSE_HUGE;
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  *context->sax = (xmlSAXHandler){
      .startElement = on_start,
      .endElement = on_end,
      .characters = on_characters,
      .ignorableWhitespace = on_characters,
      .cdataBlock = on_raw_text,
      .comment = on_comment,
      .processingInstruction = on_instruction,
      // libxml2 calls `serror` only where this says that the struct is long enough to have it.
      .initialized = XML_SAX2_MAGIC,
      .serror = on_error,
  };
  context->userData = parser;
  return context;
}

/// False when memory is out.
static bool run_libxml(kz_html_parser *parser) {
  // What libxml2 complains about outside of any context would go to standard error. The setting is this thread's.
  xmlSetStructuredErrorFunc(NULL, swallow_error);
  xmlParserCtxtPtr context = open_context(parser);
  if (context == NULL) return false;
  parser->context = context;
  htmlParseDocument(context);
  bool is_out_of_memory = context->errNo == XML_ERR_NO_MEMORY || parser->builder.is_out_of_memory;
  if (position(parser) < parser->input.length || context->disableSAX) parser->caps |= kz_html_stopped_early;
  parser->context = NULL;
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  htmlFreeParserCtxt(context);
  return !is_out_of_memory;
}

kz_status kz_html_parse(kz_html_parser *parser, const uint8_t *bytes, size_t length, kz_html_tree *tree) {
  *tree = (kz_html_tree){0};
  if (length > KZ_MAX_INPUT) return kz_status_too_long;
  parser->caps = 0;
  parser->error_count = 0;
  parser->cursor = 0;
  parser->tag = 0;
  kz_html_builder_begin(&parser->builder, bytes);
  if (parser->builder.is_out_of_memory) return kz_status_out_of_memory;
  if (length > 0) {
    if (!kz_html_input_load(&parser->input, bytes, length)) return kz_status_out_of_memory;
    if (parser->input.is_capped) parser->caps |= kz_html_capped_attributes;
    if (!run_libxml(parser)) return kz_status_out_of_memory;
  }
  kz_html_builder_finish(&parser->builder, (uint32_t)length, tree);
  if (parser->builder.is_out_of_memory) return kz_status_out_of_memory;
  tree->caps = parser->caps;
  tree->error_count = parser->error_count;
  return kz_status_ok;
}
