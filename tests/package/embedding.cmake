# Has the project as a subdirectory of another. Building all of it there takes minutes: with $DATELINE_BUILD_EMBEDDED.
set(needed SOURCE WORK)
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
file(REMOVE_RECURSE "${WORK}")
run("${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/embedding" -B "${WORK}" "-DDATELINE_SOURCE=${SOURCE}"
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}")
if(DEFINED ENV{DATELINE_BUILD_EMBEDDED})
  run("${CMAKE_COMMAND}" --build "${WORK}")
  execute_process(COMMAND "${WORK}/app" RESULT_VARIABLE status ERROR_VARIABLE output)
  if(NOT status EQUAL 2)
    message(FATAL_ERROR "the program does not say how it is used: ${output}")
  endif()
endif()
file(REMOVE_RECURSE "${WORK}")
