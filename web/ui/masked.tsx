import './small-parts.css'

/** An identity as the server gave it: masked unless this person handles the application. */
export function Masked({ value, masked }: { value: string; masked: boolean }) {
  return (
    <span className="masked" title={masked ? '已脱敏：经办人员才能查看完整号码' : undefined}>
      {value}
    </span>
  )
}
