// Memory that grows: every array the bridge hands out lives in one of these.
#ifndef KAOZHENG_BUFFER_H
#define KAOZHENG_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// `size` bytes in use of `capacity`. All zero is an empty buffer; emptied by `size = 0`, so that its memory is kept.
typedef struct kz_buffer {
  uint8_t *bytes;
  size_t size;
  size_t capacity;
} kz_buffer;

/// Makes room for `extra` more bytes. False when memory is out; nothing has changed then.
static inline bool kz_buffer_reserve(kz_buffer *buffer, size_t extra) {
  if (buffer->capacity - buffer->size >= extra) return true;
  if (extra > SIZE_MAX / 4 - buffer->size) return false;
  size_t capacity = buffer->capacity < 512 ? 512 : buffer->capacity;
  while (capacity - buffer->size < extra) capacity *= 2;
  uint8_t *bytes = realloc(buffer->bytes, capacity);
  if (bytes == NULL) return false;
  buffer->bytes = bytes;
  buffer->capacity = capacity;
  return true;
}

/// Adds `size` bytes whose content is undefined, and says where they are. Null when memory is out.
static inline void *kz_buffer_extend(kz_buffer *buffer, size_t size) {
  if (!kz_buffer_reserve(buffer, size)) return NULL;
  void *added = buffer->bytes + buffer->size;
  buffer->size += size;
  return added;
}

static inline bool kz_buffer_append(kz_buffer *buffer, const void *bytes, size_t size) {
  // memcpy may not be given a null pointer, even for nothing.
  if (size == 0) return true;
  void *added = kz_buffer_extend(buffer, size);
  if (added == NULL) return false;
  memcpy(added, bytes, size);
  return true;
}

static inline void kz_buffer_free(kz_buffer *buffer) {
  free(buffer->bytes);
  *buffer = (kz_buffer){0};
}

#endif
