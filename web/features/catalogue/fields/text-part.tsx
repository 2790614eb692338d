import { PartFrame, useFramed, type PartProps } from '../editor/part-frame.tsx'

export function TextPart(
  props: PartProps & {
    max: number
    lines?: boolean
    /** An empty field says that there is none. */
    nullable?: boolean
    placeholder?: string
    wide?: boolean
  },
) {
  const { value, set, readOnly } = useFramed<string | null>(props)
  return (
    <PartFrame {...props} wide={props.wide ?? props.lines === true}>
      {(id, described) => {
        const shared = {
          id,
          className: 'control',
          value: value ?? '',
          maxLength: props.max,
          placeholder: props.placeholder ?? (props.nullable ? '没有就不填' : ''),
          readOnly,
          'aria-describedby': described,
          onChange: (event: { target: { value: string } }) =>
            set(props.nullable === true && event.target.value === '' ? null : event.target.value),
        }
        return props.lines === true ? <textarea rows={1} {...shared} /> : <input {...shared} />
      }}
    </PartFrame>
  )
}
