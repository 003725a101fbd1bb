// What the bridge was built against.
#include "CBridge.h"

#include <libxml/xmlversion.h>
#include <unicode/uvernum.h>
#include <zlib.h>

const char *kz_versions(void) {
  return "libxml2 " LIBXML_DOTTED_VERSION ", ICU " U_ICU_VERSION ", zlib " ZLIB_VERSION;
}
