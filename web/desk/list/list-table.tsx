/** A list's table: a head for each chosen column, a row that opens beside the list, and links in it that lead on as links do. */
import type { ReactNode } from 'react'

type Props<Row, Column extends string> = {
  title: string
  rows: readonly Row[]
  columns: readonly Column[]
  /** The row that is open beside the list. */
  open: string | undefined
  idOf: (row: Row) => string
  nameOf: (column: Column) => string
  cell: (row: Row, column: Column) => ReactNode
  onOpen: (id: string) => void
}

export function ListTable<Row, Column extends string>({ title, rows, columns, open, idOf, nameOf, cell, onOpen }: Props<Row, Column>) {
  return (
    <table className="table">
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={`col-${column}`}>
              {nameOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={idOf(row)}
            id={`row-${idOf(row)}`}
            data-open={idOf(row) === open}
            onClick={(event) => {
              if (!(event.target as HTMLElement).closest('a')) onOpen(idOf(row))
            }}
          >
            {columns.map((column) => (
              <td key={column} className={`col-${column}`} data-name={nameOf(column)}>
                {cell(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
