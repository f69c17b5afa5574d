"""A console that speaks MPPS and storage commitment by pynetdicom. One JSON command a line on standard input, one JSON answer a line
on standard output; results of commitment that it hears are told as {"heard": ...} whenever they come, and over which association."""
import json
import sys
import threading
import time

from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian
from pynetdicom import AE, evt
from pynetdicom.sop_class import ModalityPerformedProcedureStep, StorageCommitmentPushModel, StorageCommitmentPushModelInstance

host, port, called, calling = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
writing = threading.Lock()


def tell(said):
    with writing:
        print(json.dumps(said), flush=True)


def heard(over):
    def handle(event):
        said = event.event_information
        tell({
            "heard": {
                "over": over,
                "from": event.assoc.remote["ae_title"] if isinstance(event.assoc.remote, dict) else event.assoc.remote.ae_title,
                "eventType": event.event_type,
                "transactionUID": said.TransactionUID,
                "committed": [item.ReferencedSOPInstanceUID for item in said.get("ReferencedSOPSequence", [])],
                "failed": [[item.ReferencedSOPInstanceUID, item.FailureReason] for item in said.get("FailedSOPSequence", [])],
            }
        })
        return 0x0000, None

    return [(evt.EVT_N_EVENT_REPORT, handle)]


def associated(context, work, handlers=()):
    ae = AE(ae_title=calling)
    ae.add_requested_context(context, ExplicitVRLittleEndian)
    association = ae.associate(host, port, ae_title=called, evt_handlers=list(handlers))
    if not association.is_established:
        return {"rejected": True}
    try:
        return work(association)
    finally:
        association.release()


def answered(status):
    if not status:
        return {"lost": True}
    return {"status": status.Status, **({"errorID": status.ErrorID} if "ErrorID" in status else {})}


def begin(asked):
    said = Dataset.from_json(asked["attributes"])
    return associated(ModalityPerformedProcedureStep, lambda a: answered(a.send_n_create(said, ModalityPerformedProcedureStep, asked["uid"])[0]))


def end(asked):
    said = Dataset.from_json(asked["attributes"])
    return associated(ModalityPerformedProcedureStep, lambda a: answered(a.send_n_set(said, ModalityPerformedProcedureStep, asked["uid"])[0]))


def commit(asked):
    said = Dataset()
    said.TransactionUID = asked["transactionUID"]
    said.ReferencedSOPSequence = []
    for class_uid, instance_uid in asked["references"]:
        item = Dataset()
        item.ReferencedSOPClassUID = class_uid
        item.ReferencedSOPInstanceUID = instance_uid
        said.ReferencedSOPSequence.append(item)

    def ask(association):
        answer = answered(association.send_n_action(said, 1, StorageCommitmentPushModel, StorageCommitmentPushModelInstance)[0])
        # Only for the association to stay open: a result tells itself.
        time.sleep(asked.get("staySeconds", 0))
        return answer

    # A console that goes at once takes no result on this association: whatever comes is answered with a failure.
    return associated(StorageCommitmentPushModel, ask, heard("its-association") if asked.get("staySeconds") else [])


listening = AE(ae_title=calling)
# Who calls is the SCP, and we are the SCU (PS3.7 D.3.3.4).
listening.add_supported_context(StorageCommitmentPushModel, scu_role=False, scp_role=True)
server = listening.start_server(("127.0.0.1", 0), block=False, evt_handlers=heard("new-association"))
tell({"listening": server.server_address[1]})

for line in sys.stdin:
    command = json.loads(line)
    tell({"answer": {"begin": begin, "end": end, "commit": commit}[command["do"]](command)})
server.shutdown()
