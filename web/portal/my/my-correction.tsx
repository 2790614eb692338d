import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApplicationView } from '../../../contract/application-view.ts'
import { uploadMaterial } from '../../../contract/applications.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { applicationQuery } from '../../api/queries.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { sizeWords } from '../../ui/size-words.ts'
import { type MyWords, useMyWords } from './words.ts'

const LARGEST = 50 * 1024 * 1024

/** What was asked once and completely, answered with a file for each. Files chosen stay until they are sent. */
export function MyCorrection({ application }: { application: ApplicationView }) {
  const words = useMyWords()
  const { correction, possible, applicationId } = application
  const [files, setFiles] = useState<ReadonlyMap<number, File>>(new Map())
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const supply = useCommand('supply-correction')
  const queries = useQueryClient()
  if (!correction || !possible.includes('supply-correction')) return null

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
  const asked = application.materials.filter(({ number }) =>
    correction.outstanding.includes(number),
  )
  const shown = problem ?? supply.problem
  return (
    <section className="card my-panel my-correction">
      <h2>{words.correctionTitle(asked.length)}</h2>
      <p lang="zh-CN">{correction.text}</p>
      <ul>
        {asked.map(({ number, name, standard }) => (
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
          {sending ? words.sending : words.send(files.size)}
        </button>
        <span className="soft">{words.fileRules}</span>
      </p>
    </section>
  )
}

function FileChoice(props: {
  name: string
  file: File | undefined
  onChoose: (file: File) => void
}) {
  const words = useMyWords()
  const [refused, setRefused] = useState('')
  const choose = (file: File | undefined) => {
    if (!file) return
    const reason = refusalOf(file, words)
    setRefused(reason)
    if (reason === '') props.onChoose(file)
  }
  return (
    <span className="file-choice">
      <label className="btn">
        {props.file ? words.otherFile : words.chooseFile}
        <input
          type="file"
          className="sr-only"
          accept="application/pdf,image/jpeg,image/png"
          aria-label={words.fileOf(props.name)}
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </label>
      {props.file && <small>{words.chosen(props.file.name, sizeWords(props.file.size))}</small>}
      {refused && (
        <small className="refused" role="alert">
          {refused}
        </small>
      )}
    </span>
  )
}

function refusalOf(file: File, words: MyWords): string {
  if (file.size === 0) return words.emptyFile
  if (file.size > LARGEST) return words.largeFile(sizeWords(file.size))
  return ''
}
