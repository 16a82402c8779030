import { type EntityManager, In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { Contract, ContractMilestone, stageOf } from '#yui/contracts';
import { Buyer, Desk, Facility, Membership, WorkType } from '#yui/directory';
import { Amendment, AmendmentLine, Cancellation, ShareChange, WorkRejection, WorkRejectionLine } from '#yui/changes';
import {
  Assignment,
  AssignmentReason,
  COMMITTED_STATES,
  Delivery,
  HandBack,
  Inspection,
  Material,
  PaceCheck,
  ReturnedWork,
} from '#yui/fulfilment';
import { Call, CallInvitation, CallQuestion, CallResponse } from '#yui/sourcing';
import { Question } from '#yui/correspondence';
import { Quote, Step, WorkOrder, WorkOrderLine } from '#yui/orders';
import type { OutboxEvent } from '#yui/platform';

type EventPayload = OutboxEvent['payload'];
import type {
  AmendmentFacts,
  AssignmentFacts,
  CallFacts,
  CancellationFacts,
  DeliveryFacts,
  DueMilestone,
  HandBackFacts,
  LineFacts,
  MaterialFacts,
  MembershipFacts,
  MilestoneFacts,
  OrderFacts,
  PaceFacts,
  QuestionFacts,
  QuoteFacts,
  ReferralFacts,
  RejectionFacts,
  ReturnedWorkFacts,
  ShareChangeFacts,
} from './facts.js';

/** Reads the present state an event is about. What an event names is never deleted: a missing row is a fault. */
export type LoadFacts<Facts> = (manager: EntityManager, payload: EventPayload, now: Date) => Promise<Facts>;

const idIn = (payload: EventPayload, name: string): string => String(payload[name]);

export const loadOrderFacts: LoadFacts<OrderFacts> = async (manager, payload, now) => {
  const order = await manager.findOneByOrFail(WorkOrder, { id: idIn(payload, 'workOrderId') });
  const desk = await manager.findOneByOrFail(Desk, { id: order.deskId });
  const buyer = await manager.findOneByOrFail(Buyer, { id: order.buyerId });
  const lines: LineFacts[] = [];
  for (const line of await manager.find(WorkOrderLine, {
    where: { workOrderId: order.id },
    order: { position: 'ASC' },
  })) {
    lines.push({ line, workType: await manager.findOneByOrFail(WorkType, { code: line.workTypeCode }) });
  }
  const finished = await manager.find(Assignment, { where: { workOrderId: order.id, status: 'COMPLETED' } });
  const facilityIds = [...new Set(finished.map((assignment) => assignment.facilityId))].sort();
  return { now, order, desk, buyer, lines, facilityIds };
};

export const loadAmendmentFacts: LoadFacts<AmendmentFacts> = async (manager, payload, now) => {
  const amendment = await manager.findOneByOrFail(Amendment, { id: idIn(payload, 'amendmentId') });
  return {
    ...(await loadOrderFacts(manager, payload, now)),
    amendment,
    amended: await manager.find(AmendmentLine, {
      where: { amendmentId: amendment.id },
      order: { workOrderLineId: 'ASC' },
    }),
  };
};

export const loadCancellationFacts: LoadFacts<CancellationFacts> = async (manager, payload, now) => ({
  ...(await loadOrderFacts(manager, payload, now)),
  cancellation: await manager.findOneByOrFail(Cancellation, { id: idIn(payload, 'cancellationId') }),
});

export const loadQuoteFacts: LoadFacts<QuoteFacts> = async (manager, payload, now) => ({
  ...(await loadOrderFacts(manager, payload, now)),
  quote: await manager.findOneByOrFail(Quote, { id: idIn(payload, 'quoteId') }),
});

export const loadAssignmentFacts: LoadFacts<AssignmentFacts> = async (manager, payload, now) => {
  const facts = await loadOrderFacts(manager, payload, now);
  const assignment = await manager.findOneByOrFail(Assignment, { id: idIn(payload, 'assignmentId') });
  const { workTypeCode } = await manager.findOneByOrFail(Step, { id: assignment.stepId });
  const workType = await manager.findOneByOrFail(WorkType, { code: workTypeCode });
  const facility = await manager.findOneByOrFail(Facility, { id: assignment.facilityId });
  const ownReason = await manager.findOneBy(AssignmentReason, { assignmentId: assignment.id });
  return { ...facts, assignment, ownReason, facility, workType };
};

export const loadDeliveryFacts: LoadFacts<DeliveryFacts> = async (manager, payload, now) => {
  const delivery = await manager.findOneByOrFail(Delivery, { id: idIn(payload, 'deliveryId') });
  return {
    ...(await loadAssignmentFacts(manager, payload, now)),
    delivery,
    inspection: await manager.findOneBy(Inspection, { deliveryId: delivery.id }),
  };
};

export const loadRejectionFacts: LoadFacts<RejectionFacts> = async (manager, payload, now) => {
  const facts = await loadOrderFacts(manager, payload, now);
  const rejection = await manager.findOneByOrFail(WorkRejection, { id: idIn(payload, 'rejectionId') });
  const rejected = await manager.findBy(WorkRejectionLine, { rejectionId: rejection.id });
  return {
    ...facts,
    rejection,
    rejected: facts.lines.flatMap(({ line, workType }) =>
      rejected.filter((row) => row.workOrderLineId === line.id).map((row) => ({ ...row, workType })),
    ),
  };
};

export const loadReturnedWorkFacts: LoadFacts<ReturnedWorkFacts> = async (manager, payload, now) => {
  const facts = await loadAssignmentFacts(manager, payload, now);
  const [returned] = await manager.find(ReturnedWork, {
    where: { assignmentId: facts.assignment.id },
    order: { returnedAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  if (!returned) throw new Error(`Nothing was returned of assignment ${facts.assignment.id}`);
  return { ...facts, returned };
};

export const loadPaceFacts: LoadFacts<PaceFacts> = async (manager, payload, now) => {
  const facts = await loadAssignmentFacts(manager, payload, now);
  const [check] = await manager.find(PaceCheck, {
    where: { assignmentId: facts.assignment.id },
    order: { checkedAt: 'DESC' },
    take: 1,
  });
  if (!check) throw new Error(`Nobody looked at the pace of assignment ${facts.assignment.id}`);
  return { ...facts, check };
};

export const loadHandBackFacts: LoadFacts<HandBackFacts> = async (manager, payload, now) => ({
  ...(await loadAssignmentFacts(manager, payload, now)),
  handBack: await manager.findOneByOrFail(HandBack, { id: idIn(payload, 'handBackId') }),
});

export const loadCallFacts: LoadFacts<CallFacts> = async (manager, payload, now) => {
  const call = await manager.findOneByOrFail(Call, { id: idIn(payload, 'callId') });
  const invitations = await manager.findBy(CallInvitation, { callId: call.id });
  const { callQuestionId } = payload;
  return {
    ...(await loadOrderFacts(manager, payload, now)),
    call,
    workType: await manager.findOneByOrFail(WorkType, { code: call.workTypeCode }),
    called: await manager.find(Facility, {
      where: { id: In(invitations.map((invitation) => invitation.facilityId)) },
      order: { id: 'ASC' },
    }),
    responses: await manager.findBy(CallResponse, { callId: call.id, status: In(['CAN', 'CANNOT']) }),
    question:
      typeof callQuestionId === 'string' ? await manager.findOneByOrFail(CallQuestion, { id: callQuestionId }) : null,
  };
};

export const loadReferralFacts: LoadFacts<ReferralFacts> = async (manager, payload, now) => {
  const contract = await manager.findOneByOrFail(Contract, { id: idIn(payload, 'contractId') });
  return {
    ...(await loadOrderFacts(manager, payload, now)),
    contract,
    facility: await manager.findOneByOrFail(Facility, { id: String(contract.facilityId) }),
    reportedBy: typeof payload.reportedBy === 'string' ? payload.reportedBy : null,
  };
};

export const loadShareChangeFacts: LoadFacts<ShareChangeFacts> = async (manager, payload, now) => ({
  ...(await loadAssignmentFacts(manager, payload, now)),
  shareChange: await manager.findOneByOrFail(ShareChange, { id: idIn(payload, 'shareChangeId') }),
});

export const loadMilestoneFacts: LoadFacts<MilestoneFacts> = async (manager, payload, now) => {
  const milestones = await manager.find(ContractMilestone, {
    where: { workOrderId: idIn(payload, 'workOrderId'), noticedOn: idIn(payload, 'noticedOn') as LocalDate },
    order: { contractId: 'ASC', kind: 'ASC' },
  });
  const due: DueMilestone[] = [];
  for (const milestone of milestones) {
    const contract = await manager.findOneByOrFail(Contract, { id: milestone.contractId });
    const { facilityId } = contract;
    due.push({
      contract,
      milestone,
      stage: stageOf(milestone),
      facility: facilityId === null ? null : await manager.findOneByOrFail(Facility, { id: facilityId }),
    });
  }
  return { ...(await loadOrderFacts(manager, payload, now)), due };
};

export const loadMembershipFacts: LoadFacts<MembershipFacts> = async (manager, payload) => {
  const membership = await manager.findOneByOrFail(Membership, { id: idIn(payload, 'membershipId') });
  return {
    membership,
    desk: await manager.findOneByOrFail(Desk, { id: membership.deskId }),
    facility: await manager.findOneByOrFail(Facility, { id: membership.facilityId }),
  };
};

export const loadQuestionFacts: LoadFacts<QuestionFacts> = async (manager, payload, now) => {
  const facts = await loadOrderFacts(manager, payload, now);
  const question = await manager.findOneByOrFail(Question, { id: idIn(payload, 'questionId') });
  const { facilityId } = question;
  const facility = facilityId === null ? null : await manager.findOneByOrFail(Facility, { id: facilityId });
  const shares = question.isForAllFacilities
    ? await manager.find(Assignment, {
        where: { workOrderId: facts.order.id },
        order: { facilityId: 'ASC', id: 'ASC' },
      })
    : [];
  const readers = new Map<string, string>();
  for (const share of shares) {
    if (share.answerBy !== null && share.facilityId !== facilityId) readers.set(share.facilityId, share.id);
  }
  return {
    ...facts,
    question,
    facility,
    readers: [...readers].map(([id, assignmentId]) => ({ facilityId: id, assignmentId })),
  };
};

export const loadMaterialFacts: LoadFacts<MaterialFacts> = async (manager, payload, now) => ({
  ...(await loadAssignmentFacts(manager, payload, now)),
  material: await manager.findOneByOrFail(Material, { id: idIn(payload, 'materialId') }),
  quantity: Number(payload.quantity),
});

export const loadLeadFacts: LoadFacts<AssignmentFacts> = async (manager, payload, now) => {
  const own = { workOrderId: idIn(payload, 'workOrderId'), facilityId: idIn(payload, 'facilityId') };
  const share = await manager.findOneOrFail(Assignment, {
    where: { ...own, status: In([...COMMITTED_STATES, 'CANCELLED', 'WITHDRAWN']) },
    order: { id: 'ASC' },
  });
  return loadAssignmentFacts(manager, { ...payload, assignmentId: share.id }, now);
};
