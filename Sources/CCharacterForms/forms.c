// forms.table is made by `kaozheng knowledge compile`, which asks ICU, and is not under version control. A program built
// without it asks ICU itself, which takes a tenth of a second at the first damaged page.
#include "CCharacterForms.h"

#if __has_embed("forms.table")

static const uint8_t table[] = {
#embed "forms.table"
};

const uint8_t *kz_character_forms(void) { return table; }
size_t kz_character_forms_size(void) { return sizeof table; }

#else

const uint8_t *kz_character_forms(void) { return NULL; }
size_t kz_character_forms_size(void) { return 0; }

#endif
