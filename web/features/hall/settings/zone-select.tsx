import type { Configuration } from './hall-draft.ts'

type Zone = Configuration['zones'][number]

export function ZoneSelect(props: {
  label: string
  zones: readonly Zone[]
  value: Zone['zoneId']
  onChange: (zoneId: Zone['zoneId']) => void
}) {
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={(event) => {
        const zone = props.zones.find(({ zoneId }) => zoneId === event.target.value)
        if (zone) props.onChange(zone.zoneId)
      }}
    >
      {props.zones.map(({ zoneId, name }) => (
        <option key={zoneId} value={zoneId}>
          {name}
        </option>
      ))}
    </select>
  )
}
