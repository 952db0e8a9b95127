# Installs the project into an empty prefix, and makes an archive with the installed command: for the scripts that follow.
set(needed BUILD WORK)
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
file(REMOVE_RECURSE "${WORK}")
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/prefix")
file(WRITE "${WORK}/articles/a.txt" "Harbour reopens after storm\n\nBy Ann Lee\n\nThe harbour reopened on Monday after two days of storm, officials said.\n")
run("${WORK}/prefix/bin/dateline" index -q -a "${WORK}/archive" "${WORK}/articles")
