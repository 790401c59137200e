// All reports, also those with nothing to say; rules and decisions.
let reportAt = 0;
const reportForm = document.getElementById('report-filters');
reportForm.elements.status.append(make('option', { value: '', text: T.any }), ...['unreadable', 'unknown', 'gaps', 'filtered', 'clean'].map((value) => make('option', { value, text: T[value] })));
const askReports = (status) => { reportForm.elements.status.value = status; reportForm.elements.words.value = ''; reportAt = 0; location.hash = '#/reports'; show(); };
const reportTable = () => {
  const terms = reportForm.elements.words.value.split(/\s+/).map(fold).filter(Boolean), status = reportForm.elements.status.value;
  const wanted = reports.filter((report) => (!status || report.s === status)
    && terms.every((term) => fold(`${report.name} ${report.a} ${report.p} ${report.i.join(' ')} ${report.f.map((finding) => finding.c).join(' ')}`).includes(term)));
  const rows = wanted.slice(reportAt * SIZE, reportAt * SIZE + SIZE).map((report) => {
    const open = report.f.filter((finding) => !silent(finding)), zero = open.filter((finding) => finding.z).length;
    const count = (n, kind) => n ? make('span', { class: `pill ${kind}`, text: String(n) }) : '';
    const rules = report.q.length ? make('details', null, make('summary', { text: String(report.q.length) }),
      make('ul', null, report.q.map(([rule, note]) => make('li', { text: note ? `${rule}: ${note}` : rule })))) : '';
    const name = make('button', { type: 'button', class: 'plain', text: report.name, on: { click: () => ask({ report, organisation: report.name }) } });
    const read = report.n === null ? '–' : `${report.n - report.u.length}/${report.n}${report.u.length ? ` (${T.unread}: ${report.u.join(', ')})` : ''}`;
    return row(name, report.i.join(' '), String(report.y || ''), fileLink(report), stateMark(report.s), count(zero, 'zero'), count(open.length - zero, 'advice'), read, rules);
  });
  put('report-table', table([T.organisation, T.item, T.year, T.file, T.result, T.zero, T.advice, T.pages_read, T.not_decided], rows));
  document.getElementById('shown-reports').textContent = fill(T.shown_reports, { n: number(wanted.length) });
  pager('report-pager', reportAt, SIZE, wanted.length, (to) => { reportAt = to; reportTable(); });
};
reportForm.addEventListener('input', later(() => { reportAt = 0; reportTable(); }, 120));
reportForm.addEventListener('submit', (event) => event.preventDefault());

const rules = () => {
  document.getElementById('kept').textContent = keeps ? T.kept : T.not_kept;
  put('silent', table([T.code, T.organisation, T.file, T.reason, T.date, T.expires], findings.filter(silent).slice(0, 500).map((finding) => {
    const made = decisionOf(finding);
    return row(finding.c, finding.report.name, `${finding.report.p}: ${finding.m}`, made.reason, made.date ? spoken(made.date) : '', made.expires ? spoken(made.expires) : T.expires_never);
  })));
  put('stale', table([T.code, T.decision, T.file, T.reason, T.date, T.why_stale], head.stale.map((one) =>
    row(one.code, T[one.decision], one.about || one.subject, one.reason, one.date ? spoken(one.date) : '', one.why))));
  put('packs', table([T.pack, T.pack_rules, 'sha256'], head.packs.map(([name, sha, count]) => row(name, String(count), make('code', { text: sha })))));
  put('changes', table([T.pack, T.rule, T.to, T.reason], head.changes.map(([pack, rule, to, reason]) => row(pack, rule, T[to] || to, reason))));
};
