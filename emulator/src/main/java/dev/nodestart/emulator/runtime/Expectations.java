package dev.nodestart.emulator.runtime;

/**
 * What a line wants of an image beyond the documented list (dcs.md §1.2).
 *
 * @param librariesUser the locked user {@code libraries}
 * @param acl the {@code acl} package, for {@code setfacl}
 * @param utf8Locale {@code LANG} and {@code LC_ALL} set to a UTF-8 locale
 * @param languageServer the second environment {@code /databricks/python-lsp}
 */
public record Expectations(boolean librariesUser, boolean acl, boolean utf8Locale, boolean languageServer) {}
