import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { uploadMaterial } from '../../../contract/applications.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { applicationQuery } from '../../api/queries.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { FileChoice } from './file-choice.tsx'
import { useMyWords } from './words.ts'

/** A file for each material that may come in now, corrected or promised. Files chosen stay until they are sent. */
export function SupplyFiles(props: {
  application: ApplicationView
  outstanding: readonly number[]
  by: 'supply-correction' | 'supply-tolerated'
}) {
  const words = useMyWords()
  const { applicationId, materials } = props.application
  const [files, setFiles] = useState<ReadonlyMap<number, File>>(new Map())
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const supply = useCommand(props.by)
  const queries = useQueryClient()

  const send = async () => {
    setSending(true)
    setProblem(null)
    try {
      for (const [number, file] of files) {
        const body = new FormData()
        body.append('file', file)
        await call(uploadMaterial, { params: { applicationId, number }, body })
      }
      // Each file moves the application: what is supplied goes with the version they left.
      const now = await queries.fetchQuery({ ...applicationQuery(applicationId), staleTime: 0 })
      const reply = await supply.run({
        applicationId,
        expectedVersion: now.version,
        fields: { materials: [...files.keys()] },
      })
      if (reply) setFiles(new Map())
    } catch (error) {
      setProblem(asApiProblem(error))
    }
    setSending(false)
  }
  const shown = problem ?? supply.problem
  return (
    <>
      <ul className="supply-files">
        {materials
          .filter(({ number }) => props.outstanding.includes(number))
          .map(({ number, name, standard }) => (
            <li key={number}>
              <p lang="zh-CN">
                <b>
                  {number}. {name}
                </b>
                <small className="soft">{standard}</small>
              </p>
              <FileChoice
                name={name}
                file={files.get(number)}
                onChoose={(file) => setFiles(new Map(files).set(number, file))}
              />
            </li>
          ))}
      </ul>
      {shown && <ProblemNote problem={shown} kept={words.filesKept} />}
      <p className="send">
        <button
          type="button"
          className="btn main"
          disabled={sending || files.size === 0}
          onClick={() => void send()}
        >
          {sending
            ? words.sending
            : props.by === 'supply-correction'
              ? words.send(files.size)
              : words.sendPromised(files.size)}
        </button>
        <span className="soft">{words.fileRules}</span>
      </p>
    </>
  )
}
