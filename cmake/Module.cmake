# dateline_settings(target): the language standard, warnings and sanitizers that every target of ours has.
function(dateline_settings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual -Werror=deprecated-declarations
    $<$<BOOL:${DATELINE_WARNINGS_AS_ERRORS}>:-Werror>)
  if(DATELINE_BUILD_FUZZERS)  # libFuzzer sees which ways an input takes through the code
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
    target_link_options(${target} PUBLIC -fsanitize=fuzzer-no-link)
  endif()
  if(DATELINE_SANITIZE)
    list(JOIN DATELINE_SANITIZE "," kinds)
    target_compile_options(${target} PRIVATE -fsanitize=${kinds} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${kinds})
  endif()
endfunction()

# dateline_precompile(target): the headers that most sources include are parsed once, in the first target that asks.
function(dateline_precompile target)
  if(NOT DATELINE_PRECOMPILE)
    return()
  endif()
  get_property(first GLOBAL PROPERTY DATELINE_PRECOMPILED)
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
  else()
    target_precompile_headers(${target} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.hpp")
    set_property(GLOBAL PROPERTY DATELINE_PRECOMPILED ${target})
  endif()
endfunction()

# dateline_module(name [SOURCES ...] USES other modules ... LIBRARIES ...): one static library of the folder's sources, linked
# with nothing but what it names. What a module may not use it cannot link, and tests/layering checks its includes.
function(dateline_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LIBRARIES")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  add_library(dateline_${name} STATIC ${sources} ${arg_SOURCES})
  dateline_settings(dateline_${name})
  target_include_directories(dateline_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
  dateline_precompile(dateline_${name})
  list(TRANSFORM arg_USES PREPEND dateline_)
  target_link_libraries(dateline_${name} PUBLIC ${arg_USES} PRIVATE ${arg_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY DATELINE_MODULES dateline_${name})
endfunction()
