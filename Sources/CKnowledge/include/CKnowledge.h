// The compiled knowledge table, embedded in the program.
#ifndef KAOZHENG_CKNOWLEDGE_H
#define KAOZHENG_CKNOWLEDGE_H

#include <stddef.h>
#include <stdint.h>

/// The table's first byte; null when the program was built before the table was compiled.
const uint8_t *kz_knowledge_table(void);

/// Bytes of the table; zero when there is none.
size_t kz_knowledge_table_size(void);

#endif
