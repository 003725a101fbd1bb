// What ICU says of Han characters, asked when the program was built: readings and Simplified forms.
#ifndef KAOZHENG_CHARACTER_FORMS_H
#define KAOZHENG_CHARACTER_FORMS_H

#include <stddef.h>
#include <stdint.h>

/// The table's first byte; null when the program was built before the table was made.
const uint8_t *kz_character_forms(void);

/// Bytes of the table; zero when there is none.
size_t kz_character_forms_size(void);

#endif
