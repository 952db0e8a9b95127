# Builds the examples against what was installed, and runs them.
set(needed SOURCE WORK)
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(archive "${WORK}/archive")
set(ENV{LD_LIBRARY_PATH} "${WORK}/prefix/${LIBRARIES}")

run("${CMAKE_COMMAND}" -S "${SOURCE}/examples" -B "${WORK}/examples" "-DCMAKE_PREFIX_PATH=${WORK}/prefix"
    "-DCMAKE_CXX_FLAGS=${FLAGS}")
run("${CMAKE_COMMAND}" --build "${WORK}/examples")
run("${WORK}/examples/search" "${archive}" "harbours storm")
expect("Harbour reopens after storm")

file(WRITE "${WORK}/typed" "harbours\nharbour sort:(\n?harb\n#no such article\n")
execute_process(COMMAND "${WORK}/examples/repl" "${archive}" INPUT_FILE "${WORK}/typed" OUTPUT_VARIABLE output RESULT_VARIABLE status)
expect("1 articles: harbours\n  #[0-9a-f]+  Harbour reopens after storm\n      ")
expect("\n  harbour \\(1\\)\nno such article\n$")
if(NOT status EQUAL 0)
  message(FATAL_ERROR "repl failed (${status})")
endif()

run("${WORK}/examples/own_articles" "${WORK}/own")
expect("^Ines Almarante: The lamps are lit again, \\(number 1\\)\nJoren Halvask: Nobody pays more this winter, \\(number 2\\)\n$")

# C has no static library to link without C++, and Python none to load.
if(NOT SHARED)
  return()
endif()
set(ENV{PKG_CONFIG_PATH} "${WORK}/prefix/${LIBRARIES}/pkgconfig")
run(sh -c "cc -std=c11 -Wall -Wextra -Wpedantic -Werror ${FLAGS} '${SOURCE}/examples/c/main.c' $(pkg-config --cflags --libs dateline) -o '${WORK}/search_c'")
run("${WORK}/search_c" "${archive}" "{\"query\": \"harbours storm\", \"limit\": 1}")
expect("\"title\":\"Harbour reopens after storm\"")
execute_process(COMMAND "${WORK}/search_c" "${archive}" "{" ERROR_VARIABLE output RESULT_VARIABLE status)
if(NOT status EQUAL 1 OR NOT output MATCHES "request cannot be read")
  message(FATAL_ERROR "no word about a broken request: ${output}")
endif()
