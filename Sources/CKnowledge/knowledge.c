// knowledge.table is made by `kaozheng knowledge compile` from the YAML files in Sources/Knowledge/Data and is not under
// version control. The first build of a fresh clone has none yet; `run` and `test` compile it and build once more.
#include "CKnowledge.h"

#if __has_embed("knowledge.table")

static const uint8_t table[] = {
#embed "knowledge.table"
};

const uint8_t *kz_knowledge_table(void) { return table; }
size_t kz_knowledge_table_size(void) { return sizeof table; }

#else

const uint8_t *kz_knowledge_table(void) { return NULL; }
size_t kz_knowledge_table_size(void) { return 0; }

#endif
