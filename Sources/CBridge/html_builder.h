// The flat tree while it grows: knows nodes, strings and runs, and nothing of libxml2.
#ifndef KAOZHENG_HTML_BUILDER_H
#define KAOZHENG_HTML_BUILDER_H

#include "CBridge.h"
#include "mapped_text.h"

/// Where an element starts that has no tag in the page and waits for the next token.
#define KZ_HTML_IMPLIED UINT32_MAX

typedef struct kz_html_builder {
  const uint8_t *page;
  kz_buffer nodes;
  kz_buffer attributes;
  kz_buffer strings;
  kz_mapped_text mapped;
  /// Once true, everything but clearing and freeing does nothing.
  bool is_out_of_memory;
  /// Indices of the open elements, under them the root.
  uint32_t open[KZ_HTML_MAX_DEPTH + 2];
  int depth;
  /// Text seen and not yet appended, a range of the page; empty when there is none.
  uint32_t text_start, text_end;
  bool text_is_raw;
  /// The nodes from this one on are implied elements that wait for the next token. UINT32_MAX for none.
  uint32_t implied_from;
} kz_html_builder;

/// Forgets what was built and makes a root without children.
void kz_html_builder_begin(kz_html_builder *builder, const uint8_t *page);
void kz_html_builder_free(kz_html_builder *builder);

/// Opens an element under the innermost one; `source_end` is the end of its tag. `attributes` are names and values by
/// turns up to a null, with KZ_HTML_AMPERSAND for `&`, or null.
void kz_html_builder_open(kz_html_builder *builder, const char *name, const uint8_t *const *attributes,
                          uint32_t source_start, uint32_t source_end);

/// Closes elements until `depth` are open.
void kz_html_builder_close_to(kz_html_builder *builder, int depth);

/// Closes the innermost element, whose own end tag ends at `source_end`.
void kz_html_builder_close(kz_html_builder *builder, uint32_t source_end);

/// Adds a stretch of the page as text of the innermost element. `is_raw`: there are no references in it.
void kz_html_builder_add_text(kz_html_builder *builder, uint32_t start, uint32_t end, bool is_raw);

/// Closes everything and shows the arrays.
void kz_html_builder_finish(kz_html_builder *builder, uint32_t length, kz_html_tree *tree);

#endif
