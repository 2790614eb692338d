import { withRow, type Change, type Configuration } from './hall-draft.ts'

/** The zones of the notice; their names may follow the signs in the hall. */
export function ZonesPart(props: { configuration: Configuration; onChange: Change }) {
  return (
    <section className="panel" aria-label="分区">
      <div className="ph">
        <h2 className="h">分区</h2>
      </div>
      <ul className="zones">
        {props.configuration.zones.map(({ zoneId, name }, index) => (
          <li key={zoneId}>
            <input
              aria-label={`分区 ${index + 1} 名称`}
              value={name}
              maxLength={20}
              onChange={(event) =>
                props.onChange((before) => ({
                  ...before,
                  zones: withRow(before.zones, index, { name: event.target.value }),
                }))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
