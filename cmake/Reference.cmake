# cmake --build ... --target docs: the reference of the public headers as web pages. Fails when a public name has no word.
find_program(DATELINE_DOXYGEN doxygen)
if(DATELINE_DOXYGEN)
  configure_file(docs/Doxyfile.in "${PROJECT_BINARY_DIR}/Doxyfile" @ONLY)
  add_custom_target(docs COMMAND "${DATELINE_DOXYGEN}" "${PROJECT_BINARY_DIR}/Doxyfile" VERBATIM
    COMMENT "Writing ${PROJECT_BINARY_DIR}/reference/html")
endif()
