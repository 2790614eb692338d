const MB = 2 ** 20

export function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(1)} MB`
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** `--name value` pairs; undefined: something else stands there. */
export function namedArguments(
  given: readonly string[],
  names: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {}
  for (let at = 0; at < given.length; at += 2) {
    const name = given[at]?.replace(/^--/, '') ?? ''
    const value = given[at + 1]
    if (!given[at]?.startsWith('--') || !names.includes(name) || value === undefined)
      return undefined
    found[name] = value
  }
  return found
}

/** The words for an operator; a bug's message is not among them. */
export function explainBackupFailure(error: unknown): string {
  if (!(error instanceof Error)) return '未知错误'
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return '磁盘已满，请腾出空间后重试。 / the disk is full'
  if (code === 'EACCES' || code === 'EPERM')
    return `没有权限（${code}），请以安装时的系统账号运行。 / no permission`
  return error.message
}
