# Runs what docs/EMBEDDING.md shows, on an archive of the sample corpus.
set(needed SOURCE WORK PYTHON)
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(ENV{LD_LIBRARY_PATH} "${WORK}/prefix/${LIBRARIES}")
set(ENV{PKG_CONFIG_PATH} "${WORK}/prefix/${LIBRARIES}/pkgconfig")
set(ENV{PYTHONPATH} "${WORK}/prefix/lib/python3/dist-packages")
set(ENV{PYTHONDONTWRITEBYTECODE} 1)
file(REMOVE_RECURSE "${WORK}/docs")
run("${WORK}/prefix/bin/dateline" index -q -a "${WORK}/docs/archive" "${SOURCE}/sample_corpus/en" "${SOURCE}/sample_corpus/ru"
    --aliases "${SOURCE}/sample_corpus/aliases.tsv")
run("${PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/snippets.py" "${SOURCE}/docs/EMBEDDING.md" "${WORK}/prefix" "${WORK}/docs/archive"
    "${WORK}/docs" ${FLAGS})
expect("snippets run")
