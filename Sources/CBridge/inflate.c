// gzip and zlib streams.
#include "CBridge.h"
#include "buffer.h"

#include <zlib.h>

struct kz_inflater {
  kz_buffer result;
  z_stream stream;
  bool started;
};

kz_inflater *kz_inflater_open(void) { return calloc(1, sizeof(kz_inflater)); }

void kz_inflater_close(kz_inflater *inflater) {
  if (inflater == NULL) return;
  if (inflater->started) inflateEnd(&inflater->stream);
  kz_buffer_free(&inflater->result);
  free(inflater);
}

static bool start(kz_inflater *inflater) {
  // 15 bits of window, and 32 for "gzip or zlib, as the first bytes say".
  if (inflater->started) return inflateReset2(&inflater->stream, 15 + 32) == Z_OK;
  inflater->started = inflateInit2(&inflater->stream, 15 + 32) == Z_OK;
  return inflater->started;
}

static bool is_gzip(const uint8_t *bytes, size_t length) {
  return length >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

/// Inflates one member from the front of `bytes` and moves them past it.
static kz_status inflate_member(kz_inflater *inflater, const uint8_t **bytes, size_t *length, size_t limit) {
  if (!start(inflater)) return kz_status_out_of_memory;
  z_stream *stream = &inflater->stream;
  for (;;) {
    // zlib counts in 32 bits. One byte over the limit is asked for, so that going over it is seen.
    size_t offered = *length < INT32_MAX ? *length : INT32_MAX;
    if (!kz_buffer_reserve(&inflater->result, 1)) return kz_status_out_of_memory;
    size_t room = inflater->result.capacity - inflater->result.size;
    if (room > INT32_MAX) room = INT32_MAX;
    if (room - 1 > limit - inflater->result.size) room = limit - inflater->result.size + 1;
    stream->next_in = (Bytef *)*bytes;
    stream->avail_in = (uInt)offered;
    stream->next_out = inflater->result.bytes + inflater->result.size;
    stream->avail_out = (uInt)room;
    int outcome = inflate(stream, Z_NO_FLUSH);
    *bytes += offered - stream->avail_in;
    *length -= offered - stream->avail_in;
    inflater->result.size += room - stream->avail_out;
    if (inflater->result.size > limit) return kz_status_too_long;
    if (outcome == Z_STREAM_END) return kz_status_ok;
    if (outcome == Z_MEM_ERROR) return kz_status_out_of_memory;
    // Z_BUF_ERROR: nothing could be done, which with room left means that the input has ended.
    if (outcome != Z_OK || (*length == 0 && stream->avail_out > 0)) return kz_status_malformed;
  }
}

kz_status kz_inflate(kz_inflater *inflater, const uint8_t *bytes, size_t length, size_t limit, const uint8_t **result,
                     size_t *result_length) {
  *result = NULL;
  *result_length = 0;
  inflater->result.size = 0;
  bool members = is_gzip(bytes, length);
  do {
    kz_status status = inflate_member(inflater, &bytes, &length, limit);
    if (status != kz_status_ok) return status;
  } while (members && is_gzip(bytes, length));
  // Tapes and servers pad with zeros; anything else after the end is not what was sent.
  for (size_t index = 0; index < length; index++) {
    if (bytes[index] != 0) return kz_status_malformed;
  }
  *result = inflater->result.bytes;
  *result_length = inflater->result.size;
  return kz_status_ok;
}
