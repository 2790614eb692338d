const LARGEST = 50 * 1024 * 1024
const TYPES = ['application/pdf', 'image/jpeg', 'image/png']
const ENDINGS = /\.(pdf|jpe?g|png)$/i

/** Why a file cannot be a material, before it travels; null: send it. The server looks at its bytes again. */
export function materialFileFault(file: Pick<File, 'name' | 'size' | 'type'>): string | null {
  if (file.size === 0) return `“${file.name}”是空文件，请重新扫描或者选择其他文件`
  if (!TYPES.includes(file.type) && !(file.type === '' && ENDINGS.test(file.name)))
    return `“${file.name}”不是 PDF、JPEG 或 PNG 文件，请转换格式后再上传`
  if (file.size > LARGEST)
    return `“${file.name}”有 ${Math.ceil(file.size / 1024 / 1024)} MB，超过 50 MB，请降低扫描分辨率或者拆分后上传`
  return null
}
