# dateline_embed(target file...): compiles data files into a target as text::data_file() finds them, by their paths below
# data/ or below the target's folder of the build.
set(DATELINE_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/EmbedFiles.cmake")
function(dateline_embed target)
  set(generated "${CMAKE_CURRENT_BINARY_DIR}/embedded_data.cpp")
  add_custom_command(OUTPUT "${generated}"
    COMMAND "${CMAKE_COMMAND}" "-DROOTS=${PROJECT_SOURCE_DIR}/data;${CMAKE_CURRENT_BINARY_DIR}" "-DOUTPUT=${generated}" "-DFILES=${ARGN}"
            -P "${DATELINE_EMBED_SCRIPT}"
    DEPENDS ${ARGN} "${DATELINE_EMBED_SCRIPT}" VERBATIM
    COMMENT "Embedding data files")
  target_sources(${target} PRIVATE "${generated}")
endfunction()
