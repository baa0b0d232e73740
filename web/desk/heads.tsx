/** The heads of a table's columns, by name and in words. */
export const Heads = ({ names, say }: { names: readonly string[]; say: (name: string) => string }) =>
  names.map((name) => (
    <th key={name} scope="col">
      {say(name)}
    </th>
  ))
