// One decision on all findings that are asked for, in one step that is undone as one.
const bulkDialog = one('bulk-dialog');
const bulkForm = one('bulk-form');
const bulkChosen = () => {
  const kind = bulkForm.elements.kind.value;
  const open = bulkForm.elements.open.checked;
  return shown.filter(
    (finding) => (!open || undecided(finding)) && (kind !== 'dismissed' || dismissable(finding)),
  );
};
const bulkTold = () => {
  const kind = bulkForm.elements.kind.value;
  const many = bulkChosen();
  const files = new Set(many.map((finding) => finding.report.p)).size;
  one('bulk-count').textContent = fill(T.bulk_count, {
    n: number(many.length),
    files: number(files),
    all: number(shown.length),
  });
  one('bulk-asked').textContent = askedWords().join(' · ') || T.bulk_everything;
  const lacks = kind === 'dismissed' && !bulkForm.elements.reason.value.trim();
  one('bulk-problem').textContent = lacks ? T.reason_needed : '';
  one('bulk-do').disabled = !kind || lacks || !many.length;
};
const bulkOpen = () => {
  keepDraft();
  bulkForm.reset();
  bulkForm.elements.expires.replaceWith(untilField(''));
  bulkTold();
  bulkDialog.showModal();
};
one('bulk').addEventListener('click', bulkOpen);
bulkForm.addEventListener('input', bulkTold);
bulkForm.addEventListener('submit', (event) => {
  event.preventDefault();
  const kind = bulkForm.elements.kind.value;
  const reason = bulkForm.elements.reason.value.trim();
  const expires = bulkForm.elements.expires.value || null;
  const many = bulkChosen();
  if (!kind || !many.length || (kind === 'dismissed' && !reason)) return;
  if (kind === 'dismissed') remember(reason);
  bulkDialog.close();
  const done = store.make(many, { decision: kind, reason, expires });
  unexported += done.length;
  say(fill(T.bulk_done, { n: number(many.length), kind: T[kind] }), true);
});
one('bulk-cancel').addEventListener('click', () => bulkDialog.close());
