(() => {
  const table = document.querySelector('table.scopes');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const search = document.querySelector('.search');
  const input = search.querySelector('input');
  const output = search.querySelector('output');
  const cellOf = (row, column) => row.querySelector('.c' + column);
  const keyOf = (row, column) => {
    const cell = cellOf(row, column);
    return cell.dataset.key ?? cell.textContent.trim();
  };
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });
  const texts = rows.map(row => row.textContent.toLocaleLowerCase());
  const show = () => {
    const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every(word => texts[i].includes(word));
      count += row.hidden ? 0 : 1;
    });
    output.value = count + ' / ' + rows.length;
  };
  search.hidden = false;
  input.addEventListener('input', show);
  show();
  table.querySelectorAll('th[data-column]').forEach(head => {
    const button = document.createElement('button');
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      table.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const column = head.dataset.column;
      const sorted = [...rows].sort((a, b) => collator.compare(keyOf(a, column), keyOf(b, column)) * (up ? 1 : -1));
      body.append(...sorted);
    });
  });
})();
