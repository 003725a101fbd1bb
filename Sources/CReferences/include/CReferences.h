// Table layouts as YAML, embedded in the program.
#ifndef KAOZHENG_CREFERENCES_H
#define KAOZHENG_CREFERENCES_H

#include <stddef.h>
#include <stdint.h>

/// The first byte of a layout's YAML; null beyond the last. 0: epoch-models, 1: epoch-hardware.
const uint8_t *kz_layout(int32_t index);

/// Bytes of the YAML; zero beyond the last.
size_t kz_layout_size(int32_t index);

#endif
