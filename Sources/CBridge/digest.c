// SHA-256 by OpenSSL's libcrypto, which uses the processor's own instructions where it has them.
#include "CBridge.h"

#include <openssl/evp.h>

kz_status kz_sha256(const uint8_t *bytes, size_t length, uint8_t digest[32]) {
  unsigned int written = 0;
  if (EVP_Digest(bytes, length, digest, &written, EVP_sha256(), NULL) != 1 || written != 32) return kz_status_out_of_memory;
  return kz_status_ok;
}
