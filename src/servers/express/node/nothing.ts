/** In place of Node modules that are asked for and of which nothing is used: zlib, tty, diagnostics_channel. */
export default {};
