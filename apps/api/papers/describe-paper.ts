import type { Paper } from '#yui/contracts';
import { PAPER_TITLES } from '#yui/papers';
import type { PaperType } from './paper.types.js';

export function pagePathOf(id: string): string {
  return `/papers/${id}`;
}

export function pdfPathOf(id: string): string {
  return `/papers/${id}/pdf`;
}

export function describePaper(paper: Paper): PaperType {
  const { id, kind, data } = paper;
  return {
    id,
    kind,
    title: PAPER_TITLES[kind],
    number: paper.number,
    subject: data.subject,
    issuer: { kind: paper.issuerKind, id: paper.issuerId, name: data.issuer.name },
    recipient: { kind: paper.recipientKind, id: paper.recipientId, name: data.recipient.name },
    workOrderId: paper.workOrderId,
    replacesId: paper.replacesId,
    amountYen: paper.amountYen,
    issuedOn: paper.issuedOn,
    issuedAt: paper.issuedAt,
    sha256: paper.sha256,
    sizeBytes: paper.sizeBytes,
    pagePath: pagePathOf(id),
    pdfPath: paper.renderedAt === null ? null : pdfPathOf(id),
  };
}
