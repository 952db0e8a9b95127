# Has the project as a subdirectory of another, which builds what it needs of it and runs.
set(needed SOURCE WORK)
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
file(REMOVE_RECURSE "${WORK}")
run("${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/embedding" -B "${WORK}" ${small_build}
    "-DDATELINE_SOURCE=${SOURCE}")
run("${CMAKE_COMMAND}" --build "${WORK}")
run("${WORK}/app" "${WORK}/archive")
expect("^Ines Almarante: The lamps are lit again, \\(number 1\\)\nJoren Halvask: Nobody pays more this winter, \\(number 2\\)\n$")
file(REMOVE_RECURSE "${WORK}")
