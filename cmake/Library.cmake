# libdateline: the modules as one library that shows the names of the public headers only.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

get_property(modules GLOBAL PROPERTY DATELINE_MODULES)
add_library(dateline)
add_library(dateline::dateline ALIAS dateline)
foreach(module IN LISTS modules)
  target_sources(dateline PRIVATE $<TARGET_OBJECTS:${module}>)
endforeach()
set_target_properties(dateline PROPERTIES LINKER_LANGUAGE CXX EXPORT_NAME dateline
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
dateline_settings(dateline)
file(GLOB public_headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/dateline/*.h*")
target_sources(dateline PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${public_headers})
# Every public header compiles alone: the target all_verify_interface_header_sets shows it.
set_target_properties(dateline PROPERTIES VERIFY_INTERFACE_HEADER_SETS ${DATELINE_BUILD_TESTS})

set(libraries ICU::uc ICU::i18n CLD2::CLD2 dateline_stemmer PkgConfig::XAPIAN PkgConfig::ZSTD PkgConfig::XXHASH
    PkgConfig::GUMBO PkgConfig::SIMDJSON PkgConfig::ARCHIVE PkgConfig::XML PkgConfig::UCHARDET PkgConfig::ZLIB nlohmann_json::nlohmann_json Threads::Threads)
if(BUILD_SHARED_LIBS)
  target_link_libraries(dateline PRIVATE ${libraries})
  set(exports "${PROJECT_SOURCE_DIR}/cmake/exports.map")
  target_link_options(dateline PRIVATE "LINKER:--version-script=${exports}")
  set_property(TARGET dateline APPEND PROPERTY LINK_DEPENDS "${exports}")
else()
  target_compile_definitions(dateline PUBLIC DATELINE_STATIC)
  list(TRANSFORM libraries REPLACE "(.+)" "$<BUILD_INTERFACE:\\1>")
  target_link_libraries(dateline PRIVATE ${libraries})
endif()

if(PROJECT_IS_TOP_LEVEL)
  install(TARGETS dateline EXPORT dateline-targets FILE_SET HEADERS)
  set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/dateline")
  install(EXPORT dateline-targets NAMESPACE dateline:: DESTINATION "${package_dir}")
  configure_package_config_file(cmake/dateline-config.cmake.in "${PROJECT_BINARY_DIR}/dateline-config.cmake"
    INSTALL_DESTINATION "${package_dir}")
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/dateline-config-version.cmake" COMPATIBILITY SameMinorVersion)
  install(FILES "${PROJECT_BINARY_DIR}/dateline-config.cmake" "${PROJECT_BINARY_DIR}/dateline-config-version.cmake"
    DESTINATION "${package_dir}")
  # The shared library carries what it needs; who links a static one links that, too, from C as well.
  if(NOT BUILD_SHARED_LIBS)
    set(needed_packages "xapian-core icu-uc icu-i18n gumbo simdjson libarchive libxml-2.0 uchardet zlib libzstd libxxhash")
    set(needed_libraries " -Wl,--push-state,--no-as-needed -lcld2_full -lcld2 -Wl,--pop-state -lstemmer -lstdc++ -lm -pthread")
    set(static_definition " -DDATELINE_STATIC")
  endif()
  # Wherever the prefix is moved to.
  file(RELATIVE_PATH to_prefix "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
  configure_file(cmake/dateline.pc.in "${PROJECT_BINARY_DIR}/dateline.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/dateline.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endif()
