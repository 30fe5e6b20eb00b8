/** Why a file could not be read, a Chinese sentence. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (code === "ENOENT") return "文件不存在"
  if (code === "EISDIR") return "这是文件夹，不是文件"
  if (code === "ERR_FS_FILE_TOO_LARGE") return "文件太大，无法读取"
  return code === "" ? "文件无法读取" : `文件无法读取（${code}）`
}
