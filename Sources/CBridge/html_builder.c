#include "html_builder.h"
#include "html_input.h"
#include "html_reference.h"
#include "utf8.h"

static kz_html_node *node_at(const kz_html_builder *builder, uint32_t index) {
  return (kz_html_node *)builder->nodes.bytes + index;
}

static uint32_t node_count(const kz_html_builder *builder) {
  return (uint32_t)(builder->nodes.size / sizeof(kz_html_node));
}

/// Adds a node under the innermost open element. Null when memory is out.
static kz_html_node *add_node(kz_html_builder *builder, kz_html_kind kind, uint32_t source_start, uint32_t source_end) {
  uint32_t index = node_count(builder);
  kz_html_node *node = kz_buffer_extend(&builder->nodes, sizeof *node);
  if (node == NULL) {
    builder->is_out_of_memory = true;
    return NULL;
  }
  *node = (kz_html_node){.parent = builder->open[builder->depth],
                         .subtree_end = index + 1,
                         .kind = (uint8_t)kind,
                         .source_start = source_start,
                         .source_end = source_end};
  return node;
}

void kz_html_builder_begin(kz_html_builder *builder, const uint8_t *page) {
  builder->page = page;
  builder->nodes.size = 0;
  builder->attributes.size = 0;
  builder->strings.size = 0;
  kz_mapped_text_clear(&builder->mapped);
  builder->is_out_of_memory = false;
  builder->open[0] = 0;
  builder->depth = 0;
  builder->text_start = 0;
  builder->text_end = 0;
  builder->text_is_raw = false;
  builder->implied_from = UINT32_MAX;
  add_node(builder, kz_html_element, 0, 0);
}

void kz_html_builder_free(kz_html_builder *builder) {
  kz_buffer_free(&builder->nodes);
  kz_buffer_free(&builder->attributes);
  kz_buffer_free(&builder->strings);
  kz_mapped_text_free(&builder->mapped);
}

// MARK: text

static void stretch(kz_html_node *node, uint32_t source_end) {
  if (node->source_end < source_end) node->source_end = source_end;
}

/// Appends the text seen so far, to the text node before it when only a comment lies between them.
static void flush_text(kz_html_builder *builder) {
  uint32_t start = builder->text_start, end = builder->text_end;
  if (start == end || builder->is_out_of_memory) return;
  builder->text_start = end;
  kz_html_node *node = node_at(builder, node_count(builder) - 1);
  if (node->kind != kz_html_text || node->parent != builder->open[builder->depth]) {
    node = add_node(builder, kz_html_text, start, end);
    if (node == NULL) return;
    node->text_start = (uint32_t)builder->mapped.text.size;
  }
  size_t malformed = 0;
  bool done = builder->text_is_raw
                  ? kz_map_utf8(&builder->mapped, builder->page + start, start, end - start, &malformed)
                  : kz_html_map_text(&builder->mapped, builder->page, start, end - start);
  if (!done) builder->is_out_of_memory = true;
  node->text_length = (uint32_t)builder->mapped.text.size - node->text_start;
  node->source_end = end;
  stretch(node_at(builder, node->parent), end);
}

/// Lets implied elements begin at the token that brought them about.
static void place_implied(kz_html_builder *builder, uint32_t start) {
  for (uint32_t index = builder->implied_from; index < node_count(builder); index++) {
    node_at(builder, index)->source_start = start;
    node_at(builder, index)->source_end = start;
  }
  builder->implied_from = UINT32_MAX;
}

void kz_html_builder_add_text(kz_html_builder *builder, uint32_t start, uint32_t end, bool is_raw) {
  bool goes_on = builder->text_start < builder->text_end && builder->text_end == start && builder->text_is_raw == is_raw;
  if (!goes_on) {
    flush_text(builder);
    place_implied(builder, start);
    builder->text_start = start;
    builder->text_is_raw = is_raw;
  }
  builder->text_end = end;
}

// MARK: elements

static bool add_string(kz_html_builder *builder, const uint8_t *string, uint32_t *start, uint32_t *length) {
  size_t size = string == NULL ? 0 : strlen((const char *)string);
  *start = (uint32_t)builder->strings.size;
  *length = (uint32_t)size;
  bool done = kz_buffer_append(&builder->strings, string, size);
  if (!done) builder->is_out_of_memory = true;
  return done;
}

/// Puts back the ampersands in the value just added and replaces references, none of which is shorter than what it means.
static void resolve_value(kz_html_builder *builder, kz_html_attribute *attribute) {
  if (attribute->value_length == 0) return;
  uint8_t *start = builder->strings.bytes + attribute->value_start;
  const uint8_t *end = start + attribute->value_length;
  uint8_t *written = memchr(start, KZ_HTML_AMPERSAND, attribute->value_length);
  if (written == NULL) return;
  for (const uint8_t *at = written; at < end;) {
    uint8_t byte = *at++;
    if (byte != KZ_HTML_AMPERSAND) {
      *written++ = byte;
      continue;
    }
    uint8_t character[4] = "&";
    uint16_t length = 1;
    at += kz_html_reference(at, end, true, character, &length);
    memcpy(written, character, length);
    written += length;
  }
  attribute->value_length = (uint32_t)(written - start);
  builder->strings.size = attribute->value_start + attribute->value_length;
}

static void add_attributes(kz_html_builder *builder, kz_html_node *node, const uint8_t *const *pairs) {
  node->attribute_start = (uint32_t)(builder->attributes.size / sizeof(kz_html_attribute));
  for (; pairs != NULL && pairs[0] != NULL; pairs += 2) {
    kz_html_attribute *attribute = kz_buffer_extend(&builder->attributes, sizeof *attribute);
    if (attribute == NULL) {
      builder->is_out_of_memory = true;
      return;
    }
    *attribute = (kz_html_attribute){0};
    node->attribute_count += 1;
    if (!add_string(builder, pairs[0], &attribute->name_start, &attribute->name_length)) return;
    if (!add_string(builder, pairs[1], &attribute->value_start, &attribute->value_length)) return;
    resolve_value(builder, attribute);
  }
}

void kz_html_builder_open(kz_html_builder *builder, const char *name, const uint8_t *const *attributes,
                          uint32_t source_start, uint32_t source_end) {
  flush_text(builder);
  if (builder->is_out_of_memory) return;
  uint32_t index = node_count(builder);
  if (source_start != KZ_HTML_IMPLIED) {
    place_implied(builder, source_start);
  } else if (builder->implied_from == UINT32_MAX) {
    builder->implied_from = index;
  }
  uint32_t start = source_start != KZ_HTML_IMPLIED ? source_start : source_end;
  kz_html_node *node = add_node(builder, kz_html_element, start, source_end);
  if (node == NULL || !add_string(builder, (const uint8_t *)name, &node->name_start, &node->name_length)) return;
  add_attributes(builder, node, attributes);
  builder->depth += 1;
  builder->open[builder->depth] = index;
}

void kz_html_builder_close_to(kz_html_builder *builder, int depth) {
  if (builder->depth <= depth) return;
  flush_text(builder);
  builder->implied_from = UINT32_MAX;
  while (builder->depth > depth) {
    kz_html_node *node = node_at(builder, builder->open[builder->depth]);
    node->subtree_end = node_count(builder);
    stretch(node_at(builder, node->parent), node->source_end);
    builder->depth -= 1;
  }
}

void kz_html_builder_close(kz_html_builder *builder, uint32_t source_end) {
  flush_text(builder);
  stretch(node_at(builder, builder->open[builder->depth]), source_end);
  kz_html_builder_close_to(builder, builder->depth - 1);
}

void kz_html_builder_finish(kz_html_builder *builder, uint32_t length, kz_html_tree *tree) {
  kz_html_builder_close_to(builder, 0);
  flush_text(builder);
  if (builder->is_out_of_memory) return;
  kz_html_node *root = node_at(builder, 0);
  root->subtree_end = node_count(builder);
  root->source_end = length;
  *tree = (kz_html_tree){
      .nodes = root,
      .node_count = node_count(builder),
      .attributes = (const kz_html_attribute *)builder->attributes.bytes,
      .attribute_count = builder->attributes.size / sizeof(kz_html_attribute),
      .text = builder->mapped.text.bytes,
      .text_length = builder->mapped.text.size,
      .runs = (const kz_run *)builder->mapped.runs.bytes,
      .run_count = builder->mapped.runs.size / sizeof(kz_run),
      .strings = builder->strings.bytes,
      .strings_length = builder->strings.size,
  };
}
