# CLD2 with its full tables. The small library has the same symbols and fewer languages (Yoruba comes back as
# something else, "reliably"), so the full one is linked first and kept even where nothing seems to need it.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h)
find_library(CLD2_FULL_LIBRARY cld2_full)
find_library(CLD2_LIBRARY cld2)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(CLD2 REQUIRED_VARS CLD2_FULL_LIBRARY CLD2_LIBRARY CLD2_INCLUDE_DIR)
if(CLD2_FOUND AND NOT TARGET CLD2::CLD2)
  add_library(CLD2::CLD2 INTERFACE IMPORTED)
  target_include_directories(CLD2::CLD2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})
  target_link_libraries(CLD2::CLD2 INTERFACE
    -Wl,--push-state,--no-as-needed ${CLD2_FULL_LIBRARY} ${CLD2_LIBRARY} -Wl,--pop-state)
endif()
