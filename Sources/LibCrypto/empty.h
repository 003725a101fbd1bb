// Empty on purpose: the headers of this library are seen by CBridge alone; the module carries link flags only.
