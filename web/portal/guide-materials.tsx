import type { GuideView } from '../../contract/catalogue.ts'

const FORMAT = { paper: '纸质', electronic: '电子', either: '纸质或者电子' } as const

export function GuideMaterials({ materials }: Pick<GuideView, 'materials'>) {
  return (
    <section className="s" id="materials">
      <h2>
        申请材料 <span className="soft">共 {materials.length} 项</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th>序号</th>
            <th>材料名称和依据</th>
            <th>形式</th>
            <th>份数</th>
            <th>要求</th>
          </tr>
        </thead>
        <tbody>
          {materials.map((material) => (
            <tr key={material.number}>
              <td data-name="序号">{material.number}</td>
              <td>
                <b>{material.name}</b>
                <small>依据：{material.basis}</small>
              </td>
              <td data-name="形式">
                {material.original ? '原件' : '复印件'}
                <small>{FORMAT[material.format as keyof typeof FORMAT] ?? material.format}</small>
              </td>
              <td data-name="份数">{material.copies}</td>
              <td data-name="要求">{material.standard}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
