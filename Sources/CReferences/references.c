// The table layouts that the program knows without a file, from Sources/References/Data.
#include "CReferences.h"

static const uint8_t models[] = {
#embed "../References/Data/epoch-models.yaml"
};

static const uint8_t hardware[] = {
#embed "../References/Data/epoch-hardware.yaml"
};

const uint8_t *kz_layout(int32_t index) { return index == 0 ? models : index == 1 ? hardware : NULL; }
size_t kz_layout_size(int32_t index) { return index == 0 ? sizeof models : index == 1 ? sizeof hardware : 0; }
